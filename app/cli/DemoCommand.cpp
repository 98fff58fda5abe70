// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DemoCommand.h"

#include "app/cli/CompareCommand.h"
#include "app/cli/DataCommand.h"
#include "app/cli/ExportCommand.h"
#include "app/cli/SearchCommand.h"
#include "app/cli/StudyPath.h"
#include "app/cli/TextTable.h"
#include "core/base/PathText.h"
#include "core/config/ConfigField.h"
#include "core/config/Presets.h"
#include "core/storage/StudyFolder.h"

#include <chrono>

namespace reweigh {
namespace {

/// Whether the stored study's comparison has as many runs as it asks for itself; a demo of an earlier version may ask for others.
bool isFinished(const StudySnapshot& study)
{
    const Result<ExperimentConfig> settings = study.settings();
    return settings && isCompared(study.variants, settings->search.variantSeeds);
}

/// Checks that a demo, of this version or another, has written the stored study: a user's own is neither shown as the demo nor thrown away.
/// Versions differ in epochs and search, never in these. Errors: StudyOtherSpace (detail = what differs), that of a study without facts.
Status checkIsDemo(const StudySnapshot& study, const ExperimentConfig& demo)
{
    const Result<ExperimentConfig> theirs = study.settings();
    if (!theirs)
        return theirs.error();
    for (const char* key : {"dataset", "noise-type", "noise-rate", "imbalance-type", "imbalance-factor", "model"}) {
        const ConfigField& field = *findField(key);
        if (const nlohmann::json there = field.get(*theirs), here = field.get(demo); there != here)
            return Error{ErrorCode::StudyOtherSpace,
                         study.file.string(),
                         std::string(key) + " is " + there.dump() + " there, " + here.dump() + " in the demo",
                         {}};
    }
    return {};
}

/// An interruption as one that the same command continues: the demo has no --resume.
Error ofDemo(Error error)
{
    if (error.code == ErrorCode::Interrupted)
        error.hint = "the same command";
    return error;
}

void printDemo(Terminal& terminal, const StudySnapshot& study, const std::filesystem::path& json)
{
    terminal.print(reportText(study) + "\nbest architecture: " + json.string() + "\nstudy: " + study.file.string() + "\n");
    terminal.result(reportJson(study));
}

} // namespace

void DemoCommand::declare(CLI::App& app)
{
    app.add_option("--out", m_out, "Folder of the demo's study")->capture_default_str();
    app.add_option("--data-dir", m_dataDir, "Where Fashion-MNIST lies; empty: where Debian's dataset-fashion-mnist puts it");
    app.add_flag("--again", m_again, "Throw the demo that is there away and run it anew");
}

int DemoCommand::run(Terminal& terminal, std::stop_token stop)
{
    const StudyFolder place = StudyFolder::in(m_out);
    const std::filesystem::path json = place.bestArchitectures();
    ExperimentConfig config;
    if (const Status preset = applyPreset(config, "demo"); !preset)
        return terminal.fail(preset.error());
    if (isThere(place.file())) {
        const auto study = readStudy(m_out);
        if (!study)
            return terminal.fail(study.error());
        if (const Status demo = checkIsDemo(**study, config); !demo)
            return terminal.fail(demo.error());
        if (!m_again && isFinished(**study)) {
            if (!isThere(json))
                if (const auto exported = exportArchitectures(**study, 1, json); !exported)
                    return terminal.fail(exported.error());
            terminal.note("the demo is finished; --again runs it anew");
            noteStudyData(terminal, (*study)->facts);
            printDemo(terminal, **study, json);
            return 0;
        }
    }
    if (m_again)
        if (const Status removed = place.remove(); !removed)
            return terminal.fail(removed.error());

    const auto start = std::chrono::steady_clock::now();
    config.outDir = m_out;
    config.data.dataDir = m_dataDir;
    continueAsBegun(config, {}, terminal);
    const Result<PreparedData> data = prepareData(config.data);
    if (!data)
        return terminal.fail(data.error());
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return terminal.fail(engine.error());
    terminal.note("demo: Fashion-MNIST, uniform noise 0.4, imbalance factor 50, " + std::to_string(data->plan->train.size())
                  + " training images, fingerprint " + data->plan->fingerprintCode);
    noteChanges(terminal, *data);
    {
        const auto session = SearchSession::open(config, *data, true, (*engine)->versions().library);
        if (!session) {
            if (session.error().code == ErrorCode::StudyOtherSpace || session.error().code == ErrorCode::StudyOtherData)
                terminal.note(
                    "the study there is of a demo of another version, or of other settings; --again throws it away and runs this one");
            return terminal.fail(session.error());
        }
        if (const Status searched = runSearch(**session, config, *engine, terminal, stop, SearchBudget::automatic); !searched)
            return terminal.fail(ofDemo(searched.error()));
        const auto compared =
            runVariants((*session)->storage(), {.config = config, .variants = demoVariants(), .data = *data, .folder = place.folder()},
                        *engine, terminal, stop);
        if (!compared)
            return terminal.fail(compared.error());
    }
    const auto study = readStudy(m_out);
    if (!study)
        return terminal.fail(study.error());
    if (const auto exported = exportArchitectures(**study, 1, json); !exported)
        return terminal.fail(exported.error());
    printDemo(terminal, **study, json);
    terminal.note("demo took " + duration(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()));
    return 0;
}

} // namespace reweigh
