using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Causes;

/// <summary>
/// Which worlds of which runs are wanted: of a run that ended as asked all, and of another one, where it is to be looked at, the
/// worlds without each cause, the one without any and, once that is known to end otherwise, each cause alone.
/// </summary>
/// <param name="worlds">The study of worlds.</param>
/// <param name="ended">Runs that ended as asked.</param>
/// <param name="others">Runs that did not, as far as they are to be looked at.</param>
/// <param name="outcome">What was asked.</param>
/// <param name="withLevers">Whether levers are taken out too.</param>
internal sealed class WorldPlan(WorldStudy worlds, IReadOnlyList<int> ended, IReadOnlyList<int> others, OutcomeSet outcome, bool withLevers)
{
    /// <summary>What is wanted, as far as a ledger tells; what other questions have had played stays in the tables.</summary>
    public RunPlan Of(Ledger ledger)
    {
        var survivors = Survivors(ledger);
        HashSet<int> wanted = [.. ended.SelectMany(run => Wanted(run, _ => true)), .. others.SelectMany(run => Wanted(run, world =>
            world.Question is Question.None or Question.Without || (world.Question == Question.Alone && survivors.Contains((run, world.IsOfLevers)))))];
        wanted.UnionWith(ledger.Records().Where(record => record.IsDone).Select(record => record.RunId));
        return new RunPlan(wanted.DefaultIfEmpty(0).Max(), wanted.Count, wanted.Contains);
    }

    private IEnumerable<int> Wanted(int run, Func<World, bool> isAsked)
    {
        for (var world = 0; world < worlds.Worlds.Count; world++)
        {
            if ((withLevers || !worlds.Worlds[world].IsOfLevers) && isAsked(worlds.Worlds[world]) && worlds.IsPlayed(run, world))
                yield return worlds.RunOf(run, world);
        }
    }

    /// <summary>Runs that do not end as asked without causes of a kind, as far as is known.</summary>
    private HashSet<(int Run, bool IsOfLevers)> Survivors(Ledger ledger)
    {
        if (others.Count == 0)
            return [];
        var number = worlds.Worlds.Count;
        return [.. ledger.Records()
            .Where(record => record.IsDone && worlds.Worlds[(record.RunId - 1) % number].Question == Question.None && !outcome.Holds(record.Outcome))
            .Select(record => ((record.RunId - 1) / number + 1, worlds.Worlds[(record.RunId - 1) % number].IsOfLevers))];
    }
}
