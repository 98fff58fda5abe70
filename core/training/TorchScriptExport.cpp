// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/TorchScriptExport.h"

#include "core/base/FileIo.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/api/module.h>

#include <algorithm>
#include <sstream>

namespace reweigh {
namespace {

/// "layer0.weight" is no name of an attribute: "layer0_weight".
std::string attributeName(std::string slot)
{
    std::ranges::replace(slot, '.', '_');
    return slot;
}

/// The source of forward(), layer by layer.
std::string forwardSource(const MetaNetSpec& spec, const ParamLayout& layout)
{
    const std::string activation = spec.activation == Activation::Relu ? "torch.relu" : "torch.tanh";
    std::string source = "def forward(self, input):\n    value = input\n";
    for (std::size_t k = 0; k < layout.slots().size(); k += 2) {
        const bool last = k + 2 == layout.slots().size();
        source += "    value = " + (last ? std::string("torch.sigmoid") : activation) + "(torch.addmm(self."
            + attributeName(layout.slots()[k + 1].name) + ", value, self." + attributeName(layout.slots()[k].name) + ".t()))\n";
    }
    return source + "    return value.squeeze(1)\n";
}

} // namespace

Status writeTorchScript(const MetaNetSpec& spec, const ParamLayout& layout, const ParamSet& theta, const std::filesystem::path& file)
{
    torch::jit::Module module("MetaWeightNet");
    for (std::size_t k = 0; k < layout.slots().size(); ++k)
        module.register_parameter(attributeName(layout.slots()[k].name), theta.views[k].detach().cpu().contiguous().clone(), false);
    module.define(forwardSource(spec, layout));
    std::ostringstream bytes;
    module.save(bytes);
    return writeFileAtomic(file, bytes.str());
}

} // namespace reweigh
