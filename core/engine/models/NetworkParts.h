// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/NetworkOp.h"

#include <memory>
#include <vector>

namespace reweigh {

/// The contents of a Network. Op k computes node k + 1 from earlier nodes; node 0 is the image. The last node holds the logits.
struct Network::Parts {
    struct Step {
        std::unique_ptr<NetworkOp> op;
        std::vector<int> inputs;
        std::vector<bool> wanted;   ///< per input: whether it depends on a parameter, so that its derivative is needed
        std::vector<int> lastUseOf; ///< nodes that no later op reads
    };

    ParamLayout parameters, buffers;
    std::vector<Step> steps;
    std::vector<InputLayer> inputLayers;
    NetworkTail lastBlock, head;
    int classes = 0;
};

} // namespace reweigh
