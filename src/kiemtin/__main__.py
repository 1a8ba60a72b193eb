"""`python -m kiemtin` is the command `kiemtin`."""

import sys

from kiemtin.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
