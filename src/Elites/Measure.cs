using Agents.Data;

namespace Elites;

/// <summary>Reporters of this model. Measures see the whole of it; no rule does.</summary>
internal static class Measure
{
    public static ModelReporter Number(string name, string meaning, string unit, Func<ElitesModel, double> read) =>
        ModelReporter.Number(name, meaning, unit, read);

    public static ModelReporter Integer(string name, string meaning, string unit, Func<ElitesModel, long> read) =>
        ModelReporter.Integer(name, meaning, unit, read);
}
