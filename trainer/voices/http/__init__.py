"""A model behind any server that speaks the OpenAI form: llama.cpp, Ollama, LM Studio, vLLM."""
