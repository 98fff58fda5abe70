// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/record_function.h>

#include <typeinfo>

namespace reweigh {

/// A stretch of a step, from its construction to its end, as the library's profilers are told of it
/// (at::RecordFunction): under a name, with the shapes of what goes in and comes out. Costs nothing where none listens.
class ProfilerScope {
public:
    explicit ProfilerScope(const char* name);

    /// `work` of an op: "forward Convolution". `out` may get its value while the record lives.
    ProfilerScope(const char* work, const std::type_info& op, const at::Tensor& in, const at::Tensor& out);

    ~ProfilerScope();
    ProfilerScope(const ProfilerScope&) = delete;
    ProfilerScope& operator=(const ProfilerScope&) = delete;

private:
    at::RecordFunction m_record;
    const at::Tensor* m_out = nullptr;
};

} // namespace reweigh
