"""One module or package per file format: bytes → Document. `sniff` tells what bytes are, `readers` who reads them."""
