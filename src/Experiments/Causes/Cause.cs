using Experiments.Config;

namespace Experiments.Causes;

/// <summary>What can be taken out of a run: a statement that the model plays, or a lever that the run pulls.</summary>
/// <param name="Id">The statement's id, or those of all that share its switch; a lever's key.</param>
/// <param name="Meaning">What the statement says, or what the lever is.</param>
/// <param name="Parameter">The parameter that removes it.</param>
/// <param name="Off">Its value then.</param>
/// <param name="IsLever">Whether it is a lever.</param>
/// <param name="IsGround">Whether it belongs to the model whatever its statements are, so that the world without statements keeps it.</param>
public sealed record Cause(string Id, string Meaning, Parameter Parameter, object Off, bool IsLever, bool IsGround)
{
    /// <summary>What it is, as tables say it: a claim or a lever.</summary>
    public string Kind => IsLever ? "lever" : "claim";

    /// <summary>The causes of a study: the rows of its model's catalogue that have a switch, and the levers that stand at another value than their default in any of its design points.</summary>
    /// <param name="study">The study.</param>
    public static IReadOnlyList<Cause> Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return [.. Claims(study), .. Levers(study)];
    }

    private static IEnumerable<Cause> Claims(Study study)
    {
        foreach (var rows in study.Model.Mechanisms.Where(row => row.Switch.Length > 0).GroupBy(row => (row.Switch, row.Off)))
        {
            var parameter = study.Catalogue.Find(rows.Key.Switch)
                ?? throw new ConfigException(new Problem(study.Model.Name, 0, 0, rows.Key.Switch, $"the switch of {rows.First().Id} is no parameter of the model"));
            yield return new Cause(
                string.Join(", ", rows.Select(row => row.Id)), string.Join("; ", rows.Select(row => row.Statement)),
                parameter, Value(parameter, rows.Key.Off), IsLever: false, rows.All(row => row.IsStructural));
        }
    }

    private static IEnumerable<Cause> Levers(Study study)
    {
        var levers = study.Catalogue.Parameters.Where(parameter => parameter.About.Lever > 0).ToList();
        var pulled = new HashSet<int>();
        foreach (var point in study.DesignPoints)
        {
            pulled.UnionWith(levers.Where(lever => !point.Values[lever.Index].Equals(lever.Default)).Select(lever => lever.Index));
            pulled.UnionWith(point.Interventions.SelectMany(change => change.Values).Select(value => value.Parameter));
        }
        return levers.Where(lever => pulled.Contains(lever.Index)).OrderBy(lever => lever.About.Lever)
            .Select(lever => new Cause(lever.Key, lever.About.Meaning, lever, lever.Default, IsLever: true, IsGround: false));
    }

    private static object Value(Parameter parameter, string text)
    {
        var read = new ValueReader();
        var value = read.Value(new Scalar(new Place("the model's catalogue", 0, 0), text, true), parameter.Key, parameter);
        read.ThrowIfAny();
        return value!;
    }
}

/// <summary>How a cause stands in one run.</summary>
public enum CauseState
{
    /// <summary>It is at work, and can be taken out.</summary>
    AtWork,

    /// <summary>It is out already, so that taking it out changes nothing.</summary>
    Absent,

    /// <summary>It shapes the initial state, so that nothing can take it out later.</summary>
    FixedAtStart,

    /// <summary>Its parameter follows a file.</summary>
    FollowsFile,
}
