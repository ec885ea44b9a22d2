"""The trained network as an int8 ONNX file beside its tokenizer: all that is needed to read, without torch."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path

import torch

from scoring.reading.training.network import Network, base_folder

INPUTS = ("ids", "types", "positions", "groups", "pool")


def export(network: Network, folder: Path) -> None:
    """Write ``reader.onnx`` (int8) and ``tokenizer.json`` to a folder. Raises OSError when it cannot be written."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        write_full(network, full)
        quantize_dynamic(full, folder / "reader.onnx", weight_type=QuantType.QInt8)
    _tokenizer(folder / "tokenizer.json")


def write_full(network: Network, path: Path) -> None:
    """The network in full precision."""
    row = torch.arange(8)[None]
    sample = (torch.full((1, 8), 5), torch.zeros(1, 8, dtype=torch.long), row, torch.tensor([[0, 0, 1, 1, 2, 2, 2, 2]]), torch.ones(1, 2, 8))
    axes = {name: {0: "b", 1: "l"} for name in INPUTS} | {"pool": {0: "b", 1: "u", 2: "l"}}
    axes |= {"acts": {0: "b", 1: "u"}, "meaning": {0: "b", 1: "u"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.float().eval(),
            sample,
            str(path),
            input_names=list(INPUTS),
            output_names=["acts", "meaning"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def _tokenizer(path: Path) -> None:
    shutil.copy(base_folder() / "tokenizer.json", path)
    made = json.loads(path.read_text(encoding="utf-8"))
    made["padding"] = made["truncation"] = None
    path.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
