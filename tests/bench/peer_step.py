# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of bench_step: training steps as PyTorch programs write them.

"exact" is the public Meta-Weight-Net algorithm (Shu et al. 2019): a new network object every step, a virtual
step kept in the graph, double backward through it, and the forward pass done again for the real step; NCHW,
fp32. "plain" is a cross-entropy step at PyTorch's best: channels-last, autocast for bf16, and the fastest found of foreach
or fused SGD and of weights in fp32 or bf16.

Reads lines "N" from stdin, answers each with the milliseconds of N steps; "memory" with the most bytes of live tensors.
"""
import argparse
import itertools
import os
import sys
import time

os.environ.setdefault("KINETO_LOG_LEVEL", "5")  # the profiler's complaint that there is no GPU
os.environ.setdefault("TORCH_CPP_LOG_LEVEL", "ERROR")
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
        self.make = lambda: build(options.model, channels).to(options.device)
        self.model = self.make()
        self.vnet = nn.Sequential(nn.Linear(1, 100), nn.ReLU(), nn.Linear(100, 1), nn.Sigmoid()).to(options.device)
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
    def __init__(self, options, channels, optimiser, weights):
        kinds = {"memory_format": torch.channels_last}
        self.narrow = options.precision == "bf16"
        self.input = {"dtype": weights, **kinds}
        self.model = build(options.model, channels).to(options.device, weights, **kinds)
        self.sgd = torch.optim.SGD(self.model.parameters(), 0.1, momentum=0.9, weight_decay=5e-4, **{optimiser: True})

    def __call__(self, x, y, meta_x, meta_y):
        with torch.autocast(x.device.type, torch.bfloat16, enabled=self.narrow):
            logits = self.model(x.to(**self.input))
        loss = F.cross_entropy(logits.float(), y)
        self.sgd.zero_grad()
        loss.backward()
        self.sgd.step()
        return loss.item()


def best_plain_step(options, channels, batch):
    """The fastest way to write the step on this machine; in bf16 also with weights in bf16."""
    types = [torch.float32] + [torch.bfloat16] * (options.precision == "bf16")
    steps = [PlainStep(options, channels, optimiser, weights) for weights in types for optimiser in ("foreach", "fused")]

    def spent(step):
        start = time.perf_counter()
        step(*batch)
        return time.perf_counter() - start
    for step in steps:
        step(*batch)
    rounds = [[spent(step) for step in steps] for _ in range(5)]
    return min(zip(map(sorted, zip(*rounds)), steps), key=lambda timed: timed[0][2])[1]


def tensor_bytes(step, batch):
    """Bytes of all that lives between two steps."""
    tensors = list(batch)
    for part in vars(step).values():
        if isinstance(part, nn.Module):
            tensors += [*part.parameters(), *part.buffers()] + [p.grad for p in part.parameters() if p.grad is not None]
        elif isinstance(part, torch.optim.Optimizer):
            tensors += [value for state in part.state.values() for value in state.values() if torch.is_tensor(value)]
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


def peak_bytes(step, batch):
    """The most bytes of live tensors within a step."""
    if batch[0].is_cuda:
        torch.cuda.reset_peak_memory_stats()
        step(*batch)
        return torch.cuda.max_memory_allocated()
    before = tensor_bytes(step, batch)
    with torch.autograd.profiler.profile(profile_memory=True) as profile:
        step(*batch)
    changes = sorted((e.start_ns(), e.nbytes()) for e in profile.kineto_results.events() if e.name() == "[memory]")
    return before + max(itertools.accumulate(change for _, change in changes))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--method", choices=["exact", "plain"], default="exact")
    parser.add_argument("--model", choices=["resnet32", "small-cnn", "wrn-28-10"], default="resnet32")
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="fp32")
    parser.add_argument("--side", type=int, default=32)
    parser.add_argument("--channels", type=int, default=3)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(1)

    def images():
        return torch.randn(options.batch, options.channels, options.side, options.side).to(options.device)

    def labels():
        return torch.randint(0, 10, (options.batch,)).to(options.device)
    batch = images(), labels(), images(), labels()
    if options.method == "exact":
        step = ExactStep(options, options.channels)
    else:
        step = best_plain_step(options, options.channels, batch)
    for line in map(str.strip, sys.stdin):
        if line == "memory":
            print(peak_bytes(step, batch), flush=True)
            continue
        start = time.perf_counter()
        for _ in range(int(line)):
            step(*batch)  # reads its loss back, and so has ended
        print((time.perf_counter() - start) * 1e3, flush=True)


if __name__ == "__main__":
    main()
