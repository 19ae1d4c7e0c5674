using System.Text.Json.Nodes;
using Agents;

namespace Experiments.Config;

/// <summary>The parameters of a model as JSON Schema: values, changes during a run, ramps, and factors of a design.</summary>
internal static class ParameterSchema
{
    /// <summary>Where the definitions of a model stand.</summary>
    public static string PathOf(ModelDefinition model) => model.Name + "/";

    /// <summary>The definitions of a model.</summary>
    public static JsonObject Of(ModelDefinition model)
    {
        var parameters = new ParameterCatalogue(model).Parameters;
        var changing = parameters.Where(parameter => !parameter.About.AtStartOnly).ToList();
        JsonObject Same(Parameter parameter) => Schema.Reference($"{model.Name}/parameters/properties/{parameter.Key}");
        return new JsonObject
        {
            ["parameters"] = Schema.Map($"Parameters of {model.Name} that differ from their defaults.", parameters.Select(parameter => (parameter.Key, Value(parameter)))),
            ["set"] = Schema.Map("What the parameters become.", changing.Select(parameter => (parameter.Key, Same(parameter)))),
            ["to"] = Schema.Map("Where numbers move in equal steps.", changing.Where(parameter => parameter.IsNumber).Select(parameter => (parameter.Key, Same(parameter)))),
            ["factors"] = Factors(parameters),
        };
    }

    private static JsonObject Factors(IReadOnlyList<Parameter> parameters)
    {
        var factors = Schema.Map("What varies, and how.", parameters.Select(parameter => (parameter.Key, Schema.Reference("factor"))));
        factors["patternProperties"] = new JsonObject { [@"^scenarios\."] = Schema.Reference("factor") };
        return factors;
    }

    private static JsonObject Value(Parameter parameter)
    {
        var about = parameter.About;
        var unit = about.Unit.Length > 0 ? $" Unit: {about.Unit}." : "";
        var start = about.AtStartOnly ? " Shapes the initial state only." : "";
        var value = new JsonObject { ["description"] = $"{about.Meaning.TrimEnd('.')}.{unit}{start} Source: {about.Source}." };
        if (parameter.Type.IsEnum)
            value["enum"] = Schema.Words(parameter.Choices);
        else
            value["type"] = parameter.TypeName;
        if (parameter.IsNumber && double.IsFinite(about.Min))
            value["minimum"] = about.Min;
        if (parameter.IsNumber && double.IsFinite(about.Max))
            value["maximum"] = about.Max;
        value["default"] = parameter.Default switch
        {
            double number => number,
            int number => number,
            bool truth => truth,
            var choice => parameter.Format(choice),
        };
        return value;
    }
}
