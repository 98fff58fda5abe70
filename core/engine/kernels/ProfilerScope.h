// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/record_function.h>

#include <typeinfo>

namespace reweigh {

/// Reports a part of a step to LibTorch's profilers (at::RecordFunction), from its construction to its destruction: a name, and the
/// shapes of inputs and outputs. Without an active profiler it costs next to nothing.
class ProfilerScope {
public:
    explicit ProfilerScope(const char* name);

    /// Reports `work` ("forward") of an op under a name such as "forward Convolution". `out` may be undefined now and get its value
    /// before the scope ends; `out` must outlive the scope.
    ProfilerScope(const char* work, const std::type_info& op, const at::Tensor& in, const at::Tensor& out);

    ~ProfilerScope();
    ProfilerScope(const ProfilerScope&) = delete;
    ProfilerScope& operator=(const ProfilerScope&) = delete;

private:
    at::RecordFunction m_record;
    const at::Tensor* m_out = nullptr;
};

} // namespace reweigh
