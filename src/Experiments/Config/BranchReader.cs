namespace Experiments.Config;

/// <summary>
/// Reads <c>branch:</c>, the row of ticks up to which all scenarios of a design row and replication are one run, and
/// refuses it where they would not be.
/// </summary>
internal sealed class BranchReader(ValueReader read, Mapping document)
{
    private const string Section = "branch";
    private const string AtKey = Section + ".at";

    /// <summary>The row, or null where the config has none or it is wrong.</summary>
    /// <param name="ticks">The horizon.</param>
    public int? Read(int ticks)
    {
        if (read.Map(document.Find(Section), Section, "{at: 52}") is not { Entries.Count: > 0 } map)
            return null;
        read.RefuseOthers(map, Section + ".", "at");
        if (map.Find("at") is not { } node)
        {
            read.Add(map.Place, Section, "'at' is missing: the row of ticks up to which the scenarios are one run");
            return null;
        }
        if (read.Integer(node, AtKey, 1, StudyLoader.MaxCount) is not { } at)
            return null;
        if (at < ticks)
            return at;
        read.Add(node.Place, AtKey, $"{at} is not within the horizon: the last step of {ticks} starts at row {ticks - 1}");
        return null;
    }

    /// <summary>Notes what makes the runs of a study differ before they branch.</summary>
    /// <param name="study">The study.</param>
    /// <param name="sources">Its scenarios as the config has them.</param>
    public void Check(Study study, IReadOnlyList<ScenarioSource> sources)
    {
        if (study.BranchAt is not { } at)
            return;
        if (!study.CommonRandomNumbers && !study.RowsDrawAlone)
            read.Add(document.Find(StudyLoader.RandomNumbersKey)?.Place ?? Place, StudyLoader.RandomNumbersKey, $"is off, so that no two runs are the same before row {at}: switch it on, or take out {Section}");
        if (study.Scenarios.Count == 1)
            read.Note($"{AtKey} saves nothing: there is one scenario");
        for (var number = 1; number < study.Scenarios.Count; number++)
        {
            CheckStart(study, study.Scenarios[0], study.Scenarios[number]);
            CheckSeries(study, study.Scenarios[0], study.Scenarios[number], at);
        }
        if (study.Scenarios.Count > 1 && CheckFactors(study, at))
            CheckInterventions(sources, study, at);
    }

    private Place Place => document.Find(Section)!.Place;

    private void CheckStart(Study study, Scenario first, Scenario other)
    {
        foreach (var parameter in study.Catalogue.Parameters)
        {
            var (here, there) = (other.Values[parameter.Index], first.Values[parameter.Index]);
            if (here.Equals(there))
                continue;
            var (name, entry) = (other.Name, ParameterOf(other.Name, parameter));
            if (entry is null)
                (name, entry) = (first.Name, ParameterOf(first.Name, parameter));
            read.Add(
                entry?.KeyPlace ?? Place,
                $"scenarios.{name}.parameters.{parameter.Key}",
                $"the scenarios differ from the start ({first.Name}: {parameter.Format(there)}, {other.Name}: {parameter.Format(here)}), so that they cannot {Section} at row {study.BranchAt}");
        }
    }

    private void CheckSeries(Study study, Scenario first, Scenario other, int at)
    {
        foreach (var parameter in first.Series.Concat(other.Series).Select(series => series.Parameter).Distinct())
        {
            var (mine, theirs) = (other.Series.FirstOrDefault(one => one.Parameter == parameter), first.Series.FirstOrDefault(one => one.Parameter == parameter));
            for (var tick = 1; tick < at; tick++)
            {
                if (Equals(ValueOf(other, mine, parameter, tick), ValueOf(first, theirs, parameter, tick)))
                    continue;
                read.Add(Place, $"scenarios.{other.Name}.{SeriesReader.Section}.{parameter.Key}", $"differs from that of {first.Name} at row {tick}, before the {Section} at row {study.BranchAt}");
                break;
            }
        }
    }

    private static object ValueOf(Scenario scenario, ParameterSeries? series, Parameter parameter, int tick) =>
        series?.ValueAt(tick) ?? scenario.Values[parameter.Index];

    /// <summary>A factor of one scenario must not reach back before the branch in any row.</summary>
    /// <returns>True when none does.</returns>
    private bool CheckFactors(Study study, int at)
    {
        var isFine = true;
        for (var column = 0; column < study.Design.Factors.Count; column++)
        {
            var factor = study.Design.Factors[column];
            if (factor.KeptBy.Count > 0)
                read.Add(Place, $"design.{factor.Key}", $"is not varied in {study.Scenarios[factor.KeptBy.Min()].Name}, which sets it itself, so that the scenarios differ from the start and cannot {Section}");
            if (factor.Target == FactorTarget.Start || Earliest(study, factor, column) >= at)
                continue;
            isFine = false;
            var factors = (document.Find("design") as Mapping)?.Find("factors") as Mapping;
            var place = factors?.Entries.FirstOrDefault(entry => entry.Key == factor.Key)?.KeyPlace ?? document.Find("design")?.Place ?? Place;
            read.Add(place, $"design.factors.{factor.Key}", $"changes {study.Scenarios[factor.Scenario].Name} from row {Earliest(study, factor, column)} on in some rows of the design, before the {Section} at row {at}");
        }
        return isFine;
    }

    /// <summary>The first row of ticks that a factor of one scenario can change.</summary>
    private static int Earliest(Study study, DesignFactor factor, int column)
    {
        if (factor.Target == FactorTarget.At)
            return Enumerable.Range(1, study.Design.Rows).Min(row => (int)study.Design.ValueOf(row, column));
        // Where the time is a factor too, that factor is looked at for itself.
        return Moves(study, factor.Scenario, factor.Intervention) ? int.MaxValue : study.Scenarios[factor.Scenario].Interventions[factor.Intervention].At;
    }

    private void CheckInterventions(IReadOnlyList<ScenarioSource> sources, Study study, int at)
    {
        var before = sources.Select((source, number) => source.Scenario.Interventions.Where((change, index) => change.At < at && !Moves(study, number, index)).ToList()).ToList();
        for (var number = 1; number < before.Count; number++)
        {
            Refuse(study, sources[number], before[number].Find(mine => !before[0].Exists(other => IsSame(mine, other))), at);
            Refuse(study, sources[0], before[0].Find(mine => !before[number].Exists(other => IsSame(mine, other))), at);
        }
    }

    private void Refuse(Study study, ScenarioSource source, Intervention? change, int at)
    {
        if (change is null)
            return;
        var name = source.Scenario.Name;
        var number = source.Numbers[source.Scenario.Interventions.ToList().IndexOf(change)];
        var items = (ScenarioOf(name)?.Find("interventions") as Sequence)?.Items ?? [];
        var parameter = study.Catalogue.Parameters[change.Values[0].Parameter];
        read.Add(
            number <= items.Count ? items[number - 1].Place : Place,
            $"scenarios.{name}.interventions[{number}]",
            $"changes {parameter.Key} at row {change.At}, before the {Section} at row {at}, and not in every scenario alike");
    }

    /// <summary>True where a factor of the design gives an intervention its time.</summary>
    private static bool Moves(Study study, int scenario, int intervention) =>
        study.Design.Factors.Any(factor => factor.Target == FactorTarget.At && factor.Scenario == scenario && factor.Intervention == intervention);

    private static bool IsSame(Intervention one, Intervention other) =>
        one.At == other.At && one.Until == other.Until && one.Values.SequenceEqual(other.Values);

    private Mapping? ScenarioOf(string name) => (document.Find("scenarios") as Mapping)?.Find(name) as Mapping;

    private Entry? ParameterOf(string scenario, Parameter parameter) =>
        (ScenarioOf(scenario)?.Find("parameters") as Mapping)?.Entries.FirstOrDefault(entry => entry.Key == parameter.Key);
}
