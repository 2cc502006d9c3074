"""A page on this machine where one drops documents and gets what the commands make of them."""
