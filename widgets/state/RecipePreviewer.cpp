// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/RecipePreviewer.h"

#include <chrono>
#include <list>
#include <mutex>

namespace reweigh {
namespace {

/// Keeps the two data sets used last, so that switching between two open studies does not read them again.
class KeptSets {
public:
    /// `unreadable` receives the image files that cannot be read.
    Result<std::shared_ptr<const DataSource>> get(const DataOptions& options, std::vector<UnreadableImage>& unreadable)
    {
        const std::lock_guard lock(m_mutex);
        const FileState list = stateOf(options.clean);
        for (auto it = m_sets.begin(); it != m_sets.end(); ++it)
            if (sameSource(it->options, options) && it->list == list) {
                m_sets.splice(m_sets.begin(), m_sets, it);
                unreadable = m_sets.front().source->folder.unreadable;
                return m_sets.front().source;
            }
        Result<DataSource> source = loadDataSet(options, &unreadable);
        if (!source)
            return source.error();
        m_sets.push_front({options, list, std::make_shared<const DataSource>(std::move(*source))});
        if (m_sets.size() > 2)
            m_sets.pop_back();
        return m_sets.front().source;
    }

private:
    struct Kept {
        DataOptions options; ///< that it was read for
        FileState list;      ///< the list of checked images just before it was read
        std::shared_ptr<const DataSource> source;
    };

    std::mutex m_mutex;
    std::list<Kept> m_sets;
};

FileState labelFileState(const DataOptions& options)
{
    return options.noiseType == NoiseType::File ? stateOf(options.labelFile) : FileState();
}

} // namespace

std::shared_ptr<const RecipePreview> previewRecipe(const DataOptions& options)
{
    static KeptSets sets;
    auto preview = std::make_shared<RecipePreview>();
    preview->options = options;
    preview->labelFile = labelFileState(options);
    preview->lists[0] = stateOf(options.clean);
    preview->lists[1] = stateOf(options.leaveOut);
    const auto source = sets.get(options, preview->unreadable);
    if (!source) {
        preview->error = source.error();
        return preview;
    }
    preview->data.source = *source;
    const auto start = std::chrono::steady_clock::now();
    const Result<PreparedData> data = prepareData(options, *source);
    if (data) {
        preview->data = *data;
        preview->info = describe(*data->plan);
    } else {
        preview->error = data.error();
    }
    preview->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return preview;
}

bool isPresent(const RecipePreview& preview, const DataOptions& options)
{
    return preview.options == options && preview.labelFile == labelFileState(options) && preview.lists[0] == stateOf(options.clean)
           && preview.lists[1] == stateOf(options.leaveOut);
}

} // namespace reweigh
