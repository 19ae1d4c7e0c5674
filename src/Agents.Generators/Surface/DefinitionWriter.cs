namespace Agents.Generators;

/// <summary>Writes the definition of a model as one could write it by hand.</summary>
internal static class DefinitionWriter
{
    public static GeneratedFile Write(DefinitionShape definition) =>
        new($"{definition.Place.Name}.Definition.g.cs", definition.IsWritable ? TextOf(definition) : "", definition.Findings);

    private static string TextOf(DefinitionShape definition)
    {
        var type = $"global::Agents.ModelDefinition<{definition.Parameters}>";
        var text = definition.Place.Open();
        // Made when it is asked for, so that static fields of the model are there whatever the order of its files.
        text.Line("private static global::Agents.ModelDefinition? madeDefinition;");
        text.Line();
        text.Summary("The model as studies know it.");
        text.Line("public static global::Agents.ModelDefinition Definition => madeDefinition ??= Define();");
        text.Line();
        text.Summary("Completes the definition by what has no place in an attribute: <c>definition = definition with { ... }</c>.");
        text.Line($"static partial void Complete(ref {type} definition);");
        text.Line();
        text.Open("private static global::Agents.ModelDefinition Define()");
        text.Open($"var definition = new {type}");
        foreach (var (name, value) in definition.Attribute)
            text.Line($"{name} = {value},");
        WriteReporters(definition, text);
        text.Line($"Make = (parameters, seed) => new {definition.Model}(parameters, seed),");
        text.Line("Agents = parameters => parameters.Agents,");
        if (definition.HasComplaint)
            text.Line("Check = parameters => parameters.Complaint(),");
        text.Close("};");
        text.Line("Complete(ref definition);");
        text.Line("return definition;");
        text.Close();
        definition.Place.Close(text);
        return text.ToString();
    }

    private static void WriteReporters(DefinitionShape definition, CodeText text)
    {
        WriteList("ModelReporters", definition.Measures.Select(measure =>
            $"global::Agents.Data.ModelReporter.{measure.Kind}<{definition.Model}>({Symbols.Literal(measure.Name)}, {measure.Meaning}, {(measure.Kind == "Boolean" ? "" : measure.Unit + ", ")}model => {measure.Reading}),"), text);
        if (definition.AgentMeasures.Count > 0)
        {
            WriteList("AgentReporters", definition.AgentMeasures.Select(measure =>
                $"global::Agents.Data.AgentReporter.Of<{definition.Model}, {measure.Population}>({Symbols.Literal(measure.Name)}, {measure.Meaning}, {measure.Unit}, global::Agents.Data.DataType.{measure.Kind}, model => model.{measure.Holder}, (population, row) => {measure.Reading}),"), text);
        }
    }

    private static void WriteList(string name, IEnumerable<string> lines, CodeText text)
    {
        text.Line($"{name} =");
        text.OpenList();
        foreach (var line in lines)
            text.Line(line);
        text.Close("],");
    }
}
