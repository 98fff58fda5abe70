// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/DeviceKernels.h"

namespace reweigh {

/// DeviceKernels for CUDA. It allocates through LibTorch and launches on the calling thread's current stream. Shapes, dtypes and
/// ranges are those of DeviceKernels. CUDA's errors are thrown as c10::Error.
class CudaKernels : public DeviceKernels {
public:
    std::string unusable(int index) const override;
    int capability(int index) const override;
    std::string describe(int index) const override;
    std::string failure(int index) const override;
    void takeStream(int index) const override;
    std::unique_ptr<StepGraph> makeGraph() const override;
    void emptyCache() const override;

    BatchStatistics batchStatistics(const at::Tensor& x) const override;
    at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual) const override;
    NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB) const override;
    at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                              const at::Tensor& shiftTangent, const at::Tensor& residualTangent) const override;

    CrossEntropy crossEntropy(const at::Tensor& logits, const at::Tensor& labels) const override;
    void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, double momentum, double weightDecay,
                 bool nesterov) const override;
    void adamStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& first, at::Tensor& second, const at::Tensor& taken, double lr,
                  double weightDecay) const override;
    at::Tensor gatherImages(const at::Tensor& pixels, const at::Tensor& samples, const at::Tensor& value,
                            at::ScalarType type) const override;
};

} // namespace reweigh
