import os

hut = os.getenv("TRAILHEAD_HUT", "Alpenrose")
print(f"Good morning from {hut}.")
