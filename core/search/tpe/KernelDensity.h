// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/tpe/StepMasses.h"

#include <unordered_map>

namespace reweigh {

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
