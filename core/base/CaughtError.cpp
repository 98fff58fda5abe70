// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CaughtError.h"

#include <exception>
#include <new>

namespace reweigh {

Error caughtError(std::string where)
{
    try {
        throw;
    } catch (const std::bad_alloc& exception) {
        return {ErrorCode::OutOfMemory, "cpu", exception.what(), {}};
    } catch (const std::exception& exception) {
        return {ErrorCode::TrainingFailed, std::move(where), exception.what(), {}};
    } catch (...) {
        return {ErrorCode::TrainingFailed, std::move(where), "an exception of an unknown kind", {}};
    }
}

} // namespace reweigh
