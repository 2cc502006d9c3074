"""The page that every run writes: one file that shows the dataset, opens without a network and can be handed on."""
