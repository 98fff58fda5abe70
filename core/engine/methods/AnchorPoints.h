// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <cmath>
#include <tuple>

namespace reweigh {

/// Estimates the probabilities T of the label noise, [K, K], fp64, on the CPU, from a classifier that has learned the observed labels:
/// T_ij = p(y = j | x^i), where x^i, the anchor of class i, is the sample that is most likely labelled i (Patrini et al. 2017, Making Deep
/// Neural Networks Robust to Label Noise: a Loss Correction Approach, eq. 12 and 13). It is right if the classifier knows the
/// probabilities of the observed labels, and some sample belongs to its class for certain.
///
/// `probabilities` [N, K], any floating type, N >= 1, are the classifier's; `labels` [N], int64, the observed labels. `percentile` in
/// [0, 100]: below 100, the samples from that percentile of p(y = i | x) on are left out as outliers before the anchor of class i is
/// chosen; the percentile is NumPy's `higher`, as in the authors' code (giorgiop/loss-correction), which takes 97 except for CIFAR-100.
/// Where all samples are left out, being alike, the first is the anchor. Limit: a class with fewer samples than are left out gets
/// another class's anchor. Each row is scaled to sum to 1. A class that no sample is labelled with keeps its row of the identity.
inline at::Tensor anchorMatrix(const at::Tensor& probabilities, const at::Tensor& labels, double percentile)
{
    const at::Tensor p = probabilities.to(at::kCPU, at::kDouble);
    const int64_t classes = p.size(1), limit = int64_t(std::ceil(percentile / 100.0 * double(p.size(0) - 1)));
    const at::Tensor counts = at::bincount(labels.to(at::kCPU), {}, classes);
    at::Tensor matrix = at::eye(classes, at::kDouble);
    for (int64_t i = 0; i < classes; ++i) {
        if (counts[i].item<int64_t>() == 0)
            continue;
        at::Tensor ofClass = p.select(1, i);
        if (percentile < 100.0)
            ofClass = ofClass.masked_fill(ofClass >= std::get<0>(ofClass.sort())[limit], -1.0);
        const at::Tensor anchor = p.select(0, ofClass.argmax().item<int64_t>());
        matrix.select(0, i).copy_(anchor / anchor.sum());
    }
    return matrix;
}

} // namespace reweigh
