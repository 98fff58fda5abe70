// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonText.h"
#include "core/storage/ArchitectureFile.h"
#include "core/storage/ArchitectureSchema.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <memory>

namespace reweigh {

Status checkArchitectures(const nlohmann::json& json, const std::filesystem::path& file)
{
    static const std::unique_ptr<const valijson::Schema> schema = [] {
        const nlohmann::json text = nlohmann::json::parse(architectureSchema);
        auto parsed = std::make_unique<valijson::Schema>(); // a Schema can neither be copied nor moved
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(valijson::adapters::NlohmannJsonAdapter(text), *parsed);
        return parsed;
    }();
    valijson::Validator validator;
    valijson::ValidationResults results;
    std::string detail = "not of this form";
    try {
        if (validator.validate(*schema, valijson::adapters::NlohmannJsonAdapter(json), &results))
            return {};
    } catch (const nlohmann::json::exception& error) { // it takes whole numbers of 64 bits out of it
        detail = jsonFault(error);
    }
    valijson::ValidationResults::Error broken;
    if (results.popError(broken)) { // the first error names the fault, later ones only its enclosing objects
        detail = broken.description;
        std::string place;
        for (const std::string& step : broken.context)
            place += step;
        detail += " at " + place;
    }
    return Error{ErrorCode::ArchitectureOtherSchema, file.string(), detail, "reweigh-architectures, version 1 or 2"};
}

} // namespace reweigh
