// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/LogOutcome.h"

#include "widgets/text/ErrorText.h"

namespace reweigh {

void tellOutcome(const LogTeller& tell, const Status& outcome, const QString& done, const std::string& topic)
{
    if (outcome)
        tell({.text = done, .topic = topic});
    else
        tell({.severity = Severity::Problem, .text = errorText(outcome.error()), .topic = topic});
}

} // namespace reweigh
