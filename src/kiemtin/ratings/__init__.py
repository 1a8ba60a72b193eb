"""What readers of different views agree on: the bridging score of their ratings, plain Python.

Only an outcome for each verdict comes out; what the model infers about a reader never does.
"""
