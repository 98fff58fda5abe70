// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/NetworkBuilder.h"

namespace reweigh {

/// 256, 256, 128 and 128 hidden nodes, each layer with batch norm and ReLU; stem and the stages are its
/// hidden layers.
Network buildMlp(const ImageShape& image, int classes);

/// Four convolutions with batch norm, for trials of seconds: the stem halves the image at once, which is
/// where the time of a small network goes.
Network buildSmallCnn(const ImageShape& image, int classes);

/// ResNet-32 for small images with parameter-free shortcuts (He et al. 2016, section 4.2, option A):
/// three stages of five basic blocks with 16, 32 and 64 channels.
Network buildResNet32(const ImageShape& image, int classes);

/// WRN-28-10 (Zagoruyko and Komodakis 2016): pre-activation blocks, four a stage, 160, 320 and 640
/// channels, no dropout.
Network buildWideResNet(const ImageShape& image, int classes);

} // namespace reweigh
