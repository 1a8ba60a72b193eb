"""The desk as a Django app: models that hold the principles as constraints, flow that changes,
queries that read.
"""
