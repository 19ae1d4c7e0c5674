using Agents;
using Agents.Data;

namespace Experiments.Tests.Models;

/// <summary>A village of which somebody sees each row of ticks as it is read.</summary>
internal static class WatchedVillage
{
    /// <summary>The village under its own name.</summary>
    /// <param name="see">Told of the model at each row, and once more at the end of a run.</param>
    public static ModelDefinition<VillageParameters> Of(Action<Model> see)
    {
        var village = (ModelDefinition<VillageParameters>)VillageModel.Definition;
        var unrest = village.ModelReporters[0];
        return village with
        {
            ModelReporters =
            [
                ModelReporter.Number<VillageModel>(unrest.Name, unrest.Meaning, unrest.Unit, model =>
                {
                    see(model);
                    return unrest.Read(model);
                }),
                .. village.ModelReporters.Skip(1),
            ],
            Spells = SpellTable.Of<VillageModel, Week>("a week that is over.", model => [.. Enumerable.Range(0, model.Tick).Select(number => new Week(number))], SpellColumn.Integer<Week>("week", "Week.", "week", week => week.Number)),
        };
    }

    private sealed record Week(int Number);
}
