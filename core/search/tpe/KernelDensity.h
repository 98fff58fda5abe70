// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/tpe/Kernels.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace reweigh {

/// Keeps log masses of steps under kernels from one suggestion to the next. From 98 observations on the least
/// width is the same for good, so a kernel on a step has at another step what it had before, and parameters with
/// one axis share it.
class StepMasses {
public:
    /// Log masses of the step at `value`, by the place of the kernel of least width; NaN where not known yet. Null
    /// where nothing can be kept.
    std::vector<double>* row(const NumericKernels& kernels, double value);

private:
    using Axis = std::tuple<double, double, double, bool>;
    using Rows = std::unordered_map<double, std::vector<double>>;

    std::map<Axis, Rows> m_rows;
};


/// Log densities of all kernels of one parameter at one value after another; what depends on the kernels
/// alone is computed once.
class KernelDensity {
public:
    /// `kernels`, and `kept` if given, outlive this.
    explicit KernelDensity(const Kernels& kernels, StepMasses* kept = nullptr);

    bool isContinuous() const { return m_numeric && m_numeric->axis.step == 0.0; }

    /// Adds each kernel's log density at `value` (a probability where not continuous) to `sums`.
    void add(double value, std::vector<double>& sums);

private:
    void addCategory(double value, std::vector<double>& sums) const;
    void addStepped(double value, std::vector<double>& sums);
    void addContinuous(double value, std::vector<double>& sums) const;
    std::vector<double> steppedMasses(double value) const;

    const NumericKernels* m_numeric;
    const CategoricalKernels* m_categorical;
    StepMasses* m_kept;
    std::vector<double> m_truncated; ///< by kernel: log mass within the axis
    std::vector<double> m_logSigma;  ///< by kernel, continuous only
    std::unordered_map<double, std::vector<double>> m_masses; ///< by value, then shape: log mass of its step
};

} // namespace reweigh
