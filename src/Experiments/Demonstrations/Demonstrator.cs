using System.Text;
using Agents;
using Agents.Data;
using Experiments.Calibration;
using Experiments.Config;
using Experiments.Hypotheses;

namespace Experiments.Demonstrations;

/// <summary>Plays every statement and lever of a model on, off and at full intensity, and says what that moves.</summary>
public static class Demonstrator
{
    /// <summary>The table.</summary>
    internal const string TableName = "claims.csv";

    private const string ConfigFolder = "configs";

    /// <summary>Writes the configs of rows and reads them; every problem of every row is told before anything runs.</summary>
    /// <param name="model">The model, which says how its statements are seen.</param>
    /// <param name="rows">The rows that are wanted.</param>
    /// <param name="directory">The directory of the result.</param>
    /// <param name="overrides">What the command line says differently.</param>
    /// <exception cref="ConfigException">A row does not fit the model.</exception>
    public static IReadOnlyList<Study> Studies(ModelDefinition model, IReadOnlyList<Demonstration> rows, string directory, Overrides overrides)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        var meanings = Meanings(model);
        var (studies, problems) = (new List<Study>(), new List<Problem>());
        foreach (var row in rows)
        {
            var path = Path.Combine(directory, ConfigFolder, $"{row.Id.ToLowerInvariant()}.yaml");
            Write(path, new DemonstrationConfig(model, row).Text(meanings));
            try
            {
                studies.Add(StudyLoader.Load(path, [model], overrides));
            }
            catch (ConfigException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }
        return problems.Count == 0 ? studies : throw new ConfigException(problems);
    }

    /// <summary>Plays the rows, or goes on with what was interrupted.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="studies">Their studies.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; the runs that are over are kept.</param>
    /// <returns>What became of the runs, and what was seen; nothing where they are not all over.</returns>
    public static (JudgeResult Runs, IReadOnlyList<Demonstrated> Seen) Run(
        ModelDefinition model, IReadOnlyList<Demonstration> rows, IReadOnlyList<Study> studies, JudgeOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = Judge.Run(studies, options, cancel);
        if (result.Judgements.Count == 0)
            return (result, []);
        var meanings = Meanings(model);
        var seen = rows.Zip(result.Judgements, (row, judgement) => Seen(new DemonstrationConfig(model, row), row, meanings, judgement)).ToList();
        DemonstrationTable.Write(Path.Combine(result.Directory, TableName), seen);
        return (result, seen);
    }

    private static Func<string, string> Meanings(ModelDefinition model)
    {
        var catalogue = new ParameterCatalogue(model);
        return key => catalogue.Find(key)?.About.Meaning ?? key;
    }

    private static Demonstrated Seen(DemonstrationConfig config, Demonstration row, Func<string, string> meanings, Judgement judgement)
    {
        var effects = judgement.Contrasts.ToDictionary(one => one.Contrast.Name, one => one.Estimate);
        return new(row, config.Statement(meanings), config.FullSetting, World(effects, ""), row.ShowsAt.Count > 0 ? World(effects, DemonstrationConfig.There) : null);
    }

    private static WorldSeen World(Dictionary<string, ContrastEstimate> effects, string end)
    {
        var level = effects[DemonstrationConfig.Level + end].Effect;
        return new(
            Of(DemonstrationConfig.Level, double.NaN)!.Value,
            Of(DemonstrationConfig.Switch, level),
            Of(DemonstrationConfig.Full, level),
            Of(DemonstrationConfig.Removed, double.NaN),
            Of(DemonstrationConfig.RemovedFull, double.NaN));

        ShownEffect? Of(string name, double by) => effects.TryGetValue(name + end, out var estimate) ? new ShownEffect(estimate, by) : null;
    }

    private static void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigException(new Problem(path, 0, 0, "", exception.Message));
        }
        CalibrationTables.WriteFile(path, Encoding.UTF8.GetBytes(text));
    }
}
