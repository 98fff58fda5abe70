// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PrintConfig.h"

#include "core/base/JsonText.h"
#include "core/config/ConfigJson.h"

namespace reweigh {

int printConfig(Terminal& terminal, const ExperimentConfig& config)
{
    const nlohmann::json json = toJson(config);
    terminal.print(jsonText(json, 2) + "\n");
    terminal.result(json);
    return 0;
}

} // namespace reweigh
