#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The default recipe on 50,000 balanced labels, stated a second time in plain Python, and its fingerprint codes.

tst_fingerprint pins what this prints: the code of the label arrays alone (P52P-2C25, version 1's code), and the code and the
digests of the same labels with small made-up images. Random numbers, splits, class sizes, noise draws, byte layouts and
hashes of the C++ program all have to agree with it. Needs the standard library and xxhash (pip install xxhash).
"""
import hashlib
import struct

import xxhash

MASK = (1 << 64) - 1
IMAGES, CLASSES = 50000, 10
META, VALIDATION, RATE, FACTOR, SEED = 10, 50, 0.4, 50.0, 0


def splitmix(x):
    x = (x + 0x9E3779B97F4A7C15) & MASK
    z = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return x, z ^ (z >> 31)


def derive(seed, name):
    digest = 0xCBF29CE484222325  # FNV-1a
    for byte in name.encode():
        digest = ((digest ^ byte) * 0x100000001B3) & MASK
    mixed = splitmix(seed)[1]
    return splitmix(mixed ^ ((digest * 0xD1342543DE82EF95 + 0x2545F4914F6CDD1D) & MASK))[1]


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


class Rng:
    """xoshiro256** with a named stream."""

    def __init__(self, seed, stream):
        x, self.s = derive(seed, stream), []
        for _ in range(4):
            x, word = splitmix(x)
            self.s.append(word)

    def next(self):
        s = self.s
        result = (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        shifted = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotl(s[3], 45)
        return result

    def uniform(self):
        return (self.next() >> 11) * 2.0**-53

    def below(self, bound):
        product = self.next() * bound
        if (product & MASK) < bound:
            while (product & MASK) < ((1 << 64) - bound) % bound:
                product = self.next() * bound
        return product >> 64

    def shuffle(self, values):
        for i in range(len(values), 1, -1):
            j = self.below(i)
            values[i - 1], values[j] = values[j], values[i - 1]


def draw_by_class(pool, labels, stream):
    order = list(range(IMAGES))
    Rng(SEED, stream).shuffle(order)
    members, wanted = [[] for _ in range(CLASSES)], set(pool)
    for image in order:
        if image in wanted:
            members[labels[image]].append(image)
    return members


def observed_label(true_label, u):
    """Row of p/K 11' + (1 - p) I: first the chance to stay, then the other classes in order."""
    total = 1.0 - RATE + RATE / CLASSES
    if u < total:
        return true_label
    others = [j for j in range(CLASSES) if j != true_label]
    for j in others:
        total += RATE / CLASSES
        if u < total:
            return j
    return others[-1]


def array(values, code):
    return struct.pack("<Q", len(values)) + struct.pack(f"<{len(values)}{code}", *values)


labels = [i % CLASSES for i in range(IMAGES)]
drawn = draw_by_class(range(IMAGES), labels, "meta-validation")
meta = [image for members in drawn for image in members[:META]]
validation = [image for members in drawn for image in members[META:META + VALIDATION]]
pool = [image for members in drawn for image in members[META + VALIDATION:]]
largest = len(pool) // CLASSES
sizes = [int(largest * FACTOR ** (-c / (CLASSES - 1)) + 1e-9) for c in range(CLASSES)]
kept = draw_by_class(pool, labels, "imbalance")
train = sorted(image for c in range(CLASSES) for image in kept[c][:sizes[c]])
noise = Rng(SEED, "noise")
observed = [observed_label(label, noise.uniform()) for label in labels]

labels_hash = hashlib.sha256(struct.pack("<Q", CLASSES) + array(labels, "H") + array([], "H")).hexdigest()
arrays = hashlib.sha256(
    f"cifar10\n{labels_hash}\n".encode() + array(train, "I") + array([labels[i] for i in train], "H")
    + array([observed[i] for i in train], "H") + array(meta, "I") + array(validation, "I")).digest()


def short_code(digest):
    bits = int.from_bytes(digest[:5], "big")
    code = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{code[:4]}-{code[4:]}"


def texts(values):
    encoded = [value.encode() for value in values]
    return struct.pack("<Q", len(encoded)) + b"".join(struct.pack("<Q", len(text)) + text for text in encoded)


# 50,000 training and 100 test images of 2 x 3 pixels in one channel; every byte follows from its place.
TEST, HEIGHT, WIDTH, CHANNELS = 100, 2, 3, 1
pixels = xxhash.xxh3_128()
for count, salt in ((IMAGES, 0), (TEST, 1)):
    pixels.update(struct.pack("<QQQQ", count, HEIGHT, WIDTH, CHANNELS))
    pixels.update(bytes((i * 37 + i // 256 + salt * 11) & 255 for i in range(count * HEIGHT * WIDTH * CHANNELS)))
test_labels = hashlib.sha256(array([i % CLASSES for i in range(TEST)], "H")).hexdigest()
names = [f"class {c}" for c in range(CLASSES)]
files = hashlib.sha256(texts([f"train/{i}.png" for i in range(IMAGES)]) + texts([f"test/{i}.png" for i in range(TEST)])).hexdigest()
image = f"{HEIGHT}x{WIDTH}x{CHANNELS}"

print("labels alone", short_code(arrays))
print("pixels", pixels.hexdigest())
print("test labels", test_labels)
for what, digest in (("without files", ""), ("with files", files)):
    lines = ["reweigh data 2", arrays.hex(), pixels.hexdigest(), test_labels, digest, image]
    code = hashlib.sha256("".join(line + "\n" for line in lines).encode() + texts(names)).digest()
    print(what, short_code(code))
print("files", files)
