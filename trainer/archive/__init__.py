"""Scoring an archive: any number of chats, in bounded memory, in order, on one core or many machines, taken up again after a stop.

``sources`` finds the files, ``chats`` judges one chat, ``crews`` and ``cluster`` share the work, ``rows`` and ``resuming`` keep
what is done, ``job`` conducts; ``tables``, ``summing`` and ``report`` make CSV and HTML of the rows.
"""
