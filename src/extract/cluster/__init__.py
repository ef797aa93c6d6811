"""The same job on many machines: a thin adaptor between the batch's functions and a Dask cluster.

A run is cut into chunks of neighbouring inputs (`chunks`). A worker makes of each a part, whole or absent, whose
name follows from what it is made of (`parts`); so a run that broke off goes on with the parts that are missing
(`run`). Workers come and go (`connection`, `tasks`). All reading and writing goes through fsspec (`stores`): a folder,
a shared mount and an object store are the same.
"""
