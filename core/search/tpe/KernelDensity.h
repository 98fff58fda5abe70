// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/tpe/Kernels.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace reweigh {

/// Caches log masses of steps under kernels from one suggestion to the next. With more than 98 observations the least kernel
/// width no longer changes, so that the mass which a kernel of that width on one step gives to another step stays the same.
/// Parameters with the same axis share the cache.
class StepMasses {
public:
    /// Log masses of the step at `value` under kernels of least width, by the step on which the kernel's mu is; NaN for those not
    /// computed yet. The caller fills them in. Null if nothing can be cached: 98 or fewer observations, or more than 1024 steps.
    std::vector<double>* row(const NumericKernels& kernels, double value);

private:
    using Axis = std::tuple<double, double, double, bool>;
    using Rows = std::unordered_map<double, std::vector<double>>;

    std::map<Axis, Rows> m_rows;
};

/// Computes the log densities of all kernels of one parameter at one value after another. The constructor computes
/// everything that depends on the kernels alone.
class KernelDensity {
public:
    /// `kernels`, and `kept` if it is not null, must outlive this object.
    explicit KernelDensity(const Kernels& kernels, StepMasses* kept = nullptr);

    bool isContinuous() const { return m_numeric && m_numeric->axis.step == 0.0; }

    /// Adds each kernel's log density at `value` (log probability unless continuous) to `sums`, which has one entry per kernel.
    /// `value` is not on the axis' scale but the parameter's own value or category index.
    void add(double value, std::vector<double>& sums);

private:
    void addCategory(double value, std::vector<double>& sums) const;
    void addStepped(double value, std::vector<double>& sums);
    void addContinuous(double value, std::vector<double>& sums) const;
    std::vector<double> steppedMasses(double value) const;

    const NumericKernels* m_numeric;
    const CategoricalKernels* m_categorical;
    StepMasses* m_kept;
    std::vector<double> m_truncated;                          ///< per kernel: the log of its mass inside the axis
    std::vector<double> m_logSigma;                           ///< per kernel
    std::unordered_map<double, std::vector<double>> m_masses; ///< per value: the log mass of its step for each shape of kernel
};

} // namespace reweigh
