# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of bench_step: training steps as PyTorch programs write them.

"exact" is the public Meta-Weight-Net algorithm (Shu et al. 2019): a new network object every step, a virtual
step kept in the graph, double backward through it, and the forward pass done again for the real step; NCHW,
fp32; with --precision bf16 the passes through the classifier are under autocast. "plain" is a cross-entropy step at PyTorch's best: channels-last, autocast for bf16, and the fastest found of foreach
or fused SGD and of weights in fp32 or bf16.

With --trial FOLDER whole trainings are timed: batches cut out of images in memory, padded, cropped and mirrored at once; the
exact step; every split evaluated after each epoch; figures, sample weights and a checkpoint written.

Denormal numbers are computed with, as PyTorch does by default (torch.set_flush_denormal is off).

Reads lines "N" from stdin, answers each with the milliseconds of N steps; "trial N" with those of a training of N epochs;
"memory" with the most bytes of live tensors.
"""
import argparse
import itertools
import json
import math
import os
import pathlib
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


def mlp(channels, classes):
    widths = [784 * channels, 256, 256, 128, 128]
    layers = [part for a, b in zip(widths, widths[1:]) for part in (nn.Linear(a, b), nn.BatchNorm1d(b), nn.ReLU())]
    return nn.Sequential(nn.Flatten(), *layers, nn.Linear(128, classes))


def build(model, channels):
    return {"resnet32": ResNet32, "wrn-28-10": WideResNet, "small-cnn": small_cnn, "mlp": mlp}[model](channels, 10)


def weight_net(options):
    """MW-Net fed by the loss. Saturated: it answers 0 to every loss, or e^-90, a denormal number, and so are its gradients."""
    widths = [1, *map(int, options.hidden.split(",")), 1]
    layers = [part for a, b in zip(widths, widths[1:]) for part in (nn.Linear(a, b), nn.ReLU())]
    net = nn.Sequential(*layers[:-1], nn.Sigmoid()).to(options.device)
    if options.saturated:
        nn.init.constant_(net[-2].bias, -90.0)
    return net


class ExactStep:
    def __init__(self, options, channels):
        self.make = lambda: build(options.model, channels).to(options.device)
        self.passes = lambda: torch.autocast(options.device.split(":")[0], torch.bfloat16, enabled=options.precision == "bf16")
        self.model = self.make()
        self.vnet = weight_net(options)
        self.sgd = torch.optim.SGD(self.model.parameters(), 0.1, momentum=0.9, weight_decay=5e-4)
        self.adam = torch.optim.Adam(self.vnet.parameters(), 1e-3, weight_decay=1e-4)

    def __call__(self, x, y, meta_x, meta_y):
        virtual = self.make()
        virtual.load_state_dict(self.model.state_dict())
        virtual.train()
        with self.passes():
            logits = virtual(x)
        losses = F.cross_entropy(logits.float(), y, reduction="none").reshape(-1, 1)
        weights = self.vnet(losses.detach())
        loss = torch.sum(losses * weights) / len(losses)
        names, parameters = zip(*virtual.named_parameters())
        gradients = torch.autograd.grad(loss, parameters, create_graph=True)
        rate = self.sgd.param_groups[0]["lr"]
        moved = {name: p - rate * g for name, p, g in zip(names, parameters, gradients)}
        with self.passes():
            logits = torch.func.functional_call(virtual, moved, (meta_x,))
        meta_loss = F.cross_entropy(logits.float(), meta_y)
        self.adam.zero_grad()
        meta_loss.backward()
        self.adam.step()

        with self.passes():
            logits = self.model(x)
        losses = F.cross_entropy(logits.float(), y, reduction="none").reshape(-1, 1)
        with torch.no_grad():
            weights = self.vnet(losses)
        loss = torch.sum(losses * weights) / len(losses)
        self.sgd.zero_grad()
        loss.backward()
        self.sgd.step()
        self.seen = losses.detach(), weights, logits.detach()
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


class Trial:
    """A whole training on the splits that lie in a folder, as raw bytes."""

    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(options.trial)
        self.splits = {name: self.read(name) for name in ("train", "meta", "validation", "test")}

    def read(self, name):
        side, channels = self.options.side, self.options.channels
        images = torch.frombuffer(bytearray((self.folder / f"{name}.images").read_bytes()), dtype=torch.uint8)
        labels = torch.frombuffer(bytearray((self.folder / f"{name}.labels").read_bytes()), dtype=torch.uint8)
        return images.view(-1, side, side, channels).permute(0, 3, 1, 2).contiguous(), labels.long()

    def batch(self, name, indices, augment):
        images, labels = self.splits[name]
        x = (images[indices].float() / 255 - self.options.mean) / self.options.std
        if augment:
            n, _, side, _ = x.shape
            padded = F.pad(x, (4, 4, 4, 4), mode="reflect")
            rows = torch.randint(0, 9, (n, 1)) + torch.arange(side)
            columns = torch.randint(0, 9, (n, 1)) + torch.arange(side)
            x = padded[torch.arange(n)[:, None, None], :, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2).contiguous()
            if self.options.flip:
                x = torch.where(torch.rand(n, 1, 1, 1) < 0.5, x.flip(3), x)
        return x, labels[indices]

    @torch.no_grad()
    def evaluate(self, model, name):
        model.eval()
        loss, right, count = 0.0, torch.zeros(10), torch.zeros(10)
        for indices in torch.arange(len(self.splits[name][1])).split(250):
            x, y = self.batch(name, indices, False)
            logits = model(x)
            loss += F.cross_entropy(logits, y, reduction="sum").item()
            right += torch.bincount(y[logits.argmax(1) == y], minlength=10)
            count += torch.bincount(y, minlength=10)
        model.train()
        return {"loss": loss / count.sum().item(), "accuracy": (right.sum() / count.sum()).item(), "recall": (right / count).tolist()}

    def __call__(self, epochs):
        torch.manual_seed(1)
        step = ExactStep(self.options, self.options.channels)
        size, meta_size = len(self.splits["train"][1]), len(self.splits["meta"][1])
        figures = []
        for epoch in range(epochs):
            weights, losses = torch.zeros(size), torch.zeros(size)
            order = torch.randperm(size)
            batches = [part for part in order.split(self.options.batch) if len(part) > 1]
            for number, indices in enumerate(batches):
                step.sgd.param_groups[0]["lr"] = 0.05 * (1 + math.cos(math.pi * (epoch + number / len(batches)) / epochs))
                chosen = torch.randperm(meta_size)[:self.options.meta_batch]
                step(*self.batch("train", indices, True), *self.batch("meta", chosen, True))
                loss, weight, _ = step.seen
                losses[indices], weights[indices] = loss.flatten(), weight.flatten()
            figures.append({name: self.evaluate(step.model, name) for name in ("meta", "validation", "test")})
            (self.folder / "peer.json").write_text(json.dumps(figures))
            torch.save((losses, weights), self.folder / "peer-weights.pt")
            torch.save([part.state_dict() for part in (step.model, step.vnet, step.sgd, step.adam)], self.folder / "peer.pt")
        return figures


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
    parser.add_argument("--model", choices=["resnet32", "small-cnn", "wrn-28-10", "mlp"], default="resnet32")
    parser.add_argument("--precision", choices=["fp32", "tf32", "bf16"], default="fp32")
    parser.add_argument("--side", type=int, default=32)
    parser.add_argument("--channels", type=int, default=3)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--hidden", default="100", help="MW-Net's layers")
    parser.add_argument("--saturated", action="store_true")
    parser.add_argument("--fresh", dest="saturated", action="store_false")
    parser.add_argument("--trial", help="folder with the splits of whole trainings")
    parser.add_argument("--meta-batch", type=int, default=100)
    parser.add_argument("--mean", type=float, default=0.0)
    parser.add_argument("--std", type=float, default=1.0)
    parser.add_argument("--flip", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    # PyTorch's default is TF32 in a GPU's convolutions and not in its matrix products: here both or neither, as on our side.
    torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = options.precision == "tf32"
    if options.trial:
        trial = Trial(options)
        for line in sys.stdin:
            start = time.perf_counter()
            trial(int(line.split()[1]))
            print((time.perf_counter() - start) * 1e3, flush=True)
        return

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
