// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/DeviceKernels.h"

#include <c10/util/Exception.h>

#include <stdexcept>

namespace reweigh::test {

/// A device that has nothing but graphs: a capture keeps the work, a replay does it, on whatever tensors it is given.
class RecordingKernels : public DeviceKernels {
public:
    mutable int captures = 0, replays = 0, emptied = 0;
    mutable bool emptiedBefore = true; ///< whether the cache was emptied before each capture
    bool fails = false;                ///< captures throw

    std::string unusable(int) const override { return {}; }
    int capability(int) const override { return 0; }
    std::string describe(int) const override { return {}; }
    std::string failure(int) const override { return {}; }
    void emptyCache() const override { ++emptied; }
    void takeStream(int) const override { }
    std::unique_ptr<StepGraph> makeGraph() const override { return std::make_unique<Graph>(*this); }

    BatchStatistics batchStatistics(const at::Tensor&) const override { none(); }
    at::Tensor normActForward(const NormActPoint&, const at::Tensor&) const override { none(); }
    NormActGradient normActBackward(const NormActPoint&, const at::Tensor&, const at::Tensor&) const override { none(); }
    at::Tensor normActTangent(const NormActPoint&, const at::Tensor&, const at::Tensor&, const at::Tensor&, const at::Tensor&,
                              const at::Tensor&) const override
    {
        none();
    }
    CrossEntropy crossEntropy(const at::Tensor&, const at::Tensor&) const override { none(); }
    void sgdStep(at::Tensor&, const at::Tensor&, at::Tensor&, const LearningRate&, double, double, bool) const override { none(); }
    void adamStep(at::Tensor&, const at::Tensor&, at::Tensor&, at::Tensor&, const at::Tensor&, double, double) const override { none(); }
    at::Tensor gatherImages(const at::Tensor&, const at::Tensor&, const at::Tensor&, at::ScalarType) const override { none(); }

private:
    struct Graph : StepGraph {
        explicit Graph(const RecordingKernels& kernels)
            : of(kernels)
        {
        }

        void capture(const std::function<void()>& recorded) override
        {
            ++of.captures;
            of.emptiedBefore = of.emptiedBefore && of.emptied == of.captures;
            TORCH_CHECK(!of.fails, "cannot be recorded");
            work = recorded;
        }

        void replay() override
        {
            ++of.replays;
            work();
        }

        const RecordingKernels& of;
        std::function<void()> work;
    };

    [[noreturn]] static void none() { throw std::logic_error("no tensor is on this device"); }
};

} // namespace reweigh::test
