# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of bench_step: training steps as PyTorch programs write them.

"exact" is the public Meta-Weight-Net algorithm (Shu et al. 2019): a new network object every step, a virtual
step kept in the graph, double backward through it, and the forward pass done again for the real step; NCHW,
fp32 or autocast. "plain" is a cross-entropy step at PyTorch's best: channels-last, foreach SGD, autocast for bf16.

Reads lines "N" from stdin, answers each with the milliseconds of N steps, one line.
"""
import argparse
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class Basic(nn.Module):
    def __init__(self, inner, outer, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inner, outer, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(outer)
        self.conv2 = nn.Conv2d(outer, outer, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outer)
        self.pad = (outer - inner) // 2 if outer != inner else 0

    def forward(self, x):
        y = self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x)))))
        if self.pad:
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.pad, self.pad))
        return F.relu(y + x)


class ResNet32(nn.Module):
    def __init__(self, channels, classes):
        super().__init__()
        self.conv = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        self.norm = nn.BatchNorm2d(16)
        widths = [16] * 5 + [32] * 5 + [64] * 5
        self.blocks = nn.Sequential(*[Basic(a, b, 1 if a == b else 2) for a, b in zip([16] + widths, widths)])
        self.head = nn.Linear(64, classes)

    def forward(self, x):
        return self.head(self.blocks(F.relu(self.norm(self.conv(x)))).mean((2, 3)))


class PreActivation(nn.Module):
    def __init__(self, inner, outer, stride):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(inner)
        self.conv1 = nn.Conv2d(inner, outer, 3, stride, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outer)
        self.conv2 = nn.Conv2d(outer, outer, 3, 1, 1, bias=False)
        self.shortcut = nn.Conv2d(inner, outer, 1, stride, bias=False) if inner != outer else None

    def forward(self, x):
        active = F.relu(self.norm1(x))
        y = self.conv2(F.relu(self.norm2(self.conv1(active))))
        return y + (self.shortcut(active) if self.shortcut else x)


class WideResNet(nn.Module):
    def __init__(self, channels, classes):
        super().__init__()
        self.conv = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        widths = [160] * 4 + [320] * 4 + [640] * 4
        self.blocks = nn.Sequential(*[PreActivation(a, b, 1 if a == b or a == 16 else 2) for a, b in zip([16] + widths, widths)])
        self.norm = nn.BatchNorm2d(640)
        self.head = nn.Linear(640, classes)

    def forward(self, x):
        return self.head(F.relu(self.norm(self.blocks(self.conv(x)))).mean((2, 3)))


def small_cnn(channels, classes):
    def layer(a, b, kernel, stride):
        return [nn.Conv2d(a, b, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(b), nn.ReLU()]
    return nn.Sequential(*layer(channels, 16, 5, 2), *layer(16, 16, 3, 1), *layer(16, 32, 3, 2), *layer(32, 64, 3, 1),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, classes))


def build(model, channels):
    return {"resnet32": ResNet32, "wrn-28-10": WideResNet, "small-cnn": small_cnn}[model](channels, 10)


class ExactStep:
    def __init__(self, options, channels):
        self.make = lambda: build(options.model, channels)
        self.model = self.make()
        self.vnet = nn.Sequential(nn.Linear(1, 100), nn.ReLU(), nn.Linear(100, 1), nn.Sigmoid())
        self.sgd = torch.optim.SGD(self.model.parameters(), 0.1, momentum=0.9, weight_decay=5e-4)
        self.adam = torch.optim.Adam(self.vnet.parameters(), 1e-3, weight_decay=1e-4)

    def __call__(self, x, y, meta_x, meta_y):
        virtual = self.make()
        virtual.load_state_dict(self.model.state_dict())
        virtual.train()
        losses = F.cross_entropy(virtual(x), y, reduction="none").reshape(-1, 1)
        weights = self.vnet(losses.detach())
        loss = torch.sum(losses * weights) / len(losses)
        names, parameters = zip(*virtual.named_parameters())
        gradients = torch.autograd.grad(loss, parameters, create_graph=True)
        moved = {name: p - 0.1 * g for name, p, g in zip(names, parameters, gradients)}
        meta_loss = F.cross_entropy(torch.func.functional_call(virtual, moved, (meta_x,)), meta_y)
        self.adam.zero_grad()
        meta_loss.backward()
        self.adam.step()

        losses = F.cross_entropy(self.model(x), y, reduction="none").reshape(-1, 1)
        with torch.no_grad():
            weights = self.vnet(losses)
        loss = torch.sum(losses * weights) / len(losses)
        self.sgd.zero_grad()
        loss.backward()
        self.sgd.step()
        return meta_loss.item() + loss.item()


class PlainStep:
    def __init__(self, options, channels):
        self.model = build(options.model, channels).to(memory_format=torch.channels_last)
        self.sgd = torch.optim.SGD(self.model.parameters(), 0.1, momentum=0.9, weight_decay=5e-4, foreach=True)
        self.narrow = options.precision == "bf16"

    def __call__(self, x, y, meta_x, meta_y):
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.narrow):
            logits = self.model(x)
        loss = F.cross_entropy(logits.float(), y)
        self.sgd.zero_grad()
        loss.backward()
        self.sgd.step()
        return loss.item()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--method", choices=["exact", "plain"], default="exact")
    parser.add_argument("--model", choices=["resnet32", "small-cnn", "wrn-28-10"], default="resnet32")
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="fp32")
    parser.add_argument("--side", type=int, default=32)
    parser.add_argument("--channels", type=int, default=3)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--threads", type=int, default=0)
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(1)

    def images():
        return torch.randn(options.batch, options.channels, options.side, options.side)

    def labels():
        return torch.randint(0, 10, (options.batch,))
    batch = images(), labels(), images(), labels()
    step = {"exact": ExactStep, "plain": PlainStep}[options.method](options, options.channels)
    for line in sys.stdin:
        start = time.perf_counter()
        for _ in range(int(line)):
            step(*batch)
        print((time.perf_counter() - start) * 1e3, flush=True)


if __name__ == "__main__":
    main()
