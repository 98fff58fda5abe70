// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/ProfilerScope.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <cxxabi.h>

namespace reweigh {
namespace {

/// The name of a type without its namespaces: "Convolution" for reweigh::Convolution.
std::string className(const std::type_info& type)
{
    const std::unique_ptr<char, void (*)(void*)> full(abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr), std::free);
    const std::string name = full ? full.get() : type.name();
    return name.substr(name.rfind(':') + 1); // from 0 where there is no colon
}

} // namespace

ProfilerScope::ProfilerScope(const char* name)
    : m_record(at::RecordScope::USER_SCOPE)
{
    if (m_record.isActive())
        m_record.before(name);
}

ProfilerScope::ProfilerScope(const char* work, const std::type_info& op, const at::Tensor& in, const at::Tensor& out)
    : m_record(at::RecordScope::USER_SCOPE)
{
    if (!m_record.isActive())
        return;
    const c10::IValue inputs[] = {in};
    m_record.before(std::string(work) + ' ' + className(op), c10::ArrayRef<const c10::IValue>(inputs));
    m_out = &out;
}

ProfilerScope::~ProfilerScope()
{
    if (m_out && m_record.needsOutputs())
        m_record.setOutputs(std::vector<c10::IValue>{*m_out});
}

} // namespace reweigh
