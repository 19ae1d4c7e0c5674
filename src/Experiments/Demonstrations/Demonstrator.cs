using System.Text;
using Agents;
using Agents.Data;
using Experiments.Config;
using Experiments.Hypotheses;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Demonstrations;

/// <summary>Plays every statement and lever of a model on, off and at full intensity, and says what that moves.</summary>
public static class Demonstrator
{
    /// <summary>The table.</summary>
    internal const string TableName = JudgementMark.ClaimsName;

    private const string ConfigFolder = "configs";

    /// <summary>Makes the configs of rows and reads them; every problem of every row is told, once, before anything is written.</summary>
    /// <param name="model">The model, which says how its statements are seen.</param>
    /// <param name="rows">The rows that are wanted.</param>
    /// <param name="overrides">What the command line says differently.</param>
    /// <exception cref="ConfigException">A row does not fit the model.</exception>
    public static IReadOnlyList<Study> Studies(ModelDefinition model, IReadOnlyList<Demonstration> rows, Overrides overrides)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        var meanings = Meanings(model);
        var (studies, problems) = (new List<Study>(), new List<Problem>());
        var folder = Directory.CreateTempSubdirectory("abm-claims-").FullName;
        try
        {
            foreach (var row in rows)
            {
                var path = Path.Combine(folder, FileOf(row));
                File.WriteAllText(path, new DemonstrationConfig(model, row).Text(meanings));
                try
                {
                    studies.Add(StudyLoader.Load(path, [model], overrides));
                }
                catch (ConfigException exception)
                {
                    problems.AddRange(exception.Problems.Select(problem => problem.Source == path ? problem with { Source = $"abm claims, {row.Id}" } : problem));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return problems.Count == 0 ? studies : throw new ConfigException([.. problems.Distinct()]);
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
        try
        {
            using var held = JudgementDirectory.Open(StoredStudy.FullPath(options.Directory), JudgementMark.Claims, studies, options.Note);
            var result = Judge.Run(studies, options, held, cancel);
            return result.Judgements.Count == 0 ? (result, []) : Shown(model, rows, result);
        }
        catch (StorageException exception)
        {
            return (Judge.Refused(options, exception), []);
        }
    }

    private static (JudgeResult Runs, IReadOnlyList<Demonstrated> Seen) Shown(ModelDefinition model, IReadOnlyList<Demonstration> rows, JudgeResult result)
    {
        var meanings = Meanings(model);
        var seen = rows.Zip(result.Judgements, (row, judgement) => Seen(new DemonstrationConfig(model, row), row, meanings, judgement)).ToList();
        try
        {
            Write(result.Directory, model, rows, meanings);
            DemonstrationTable.Write(Path.Combine(result.Directory, TableName), seen);
            return (result, seen);
        }
        catch (StorageException exception)
        {
            return (result with { ExitCode = exception.ExitCode, Message = exception.Message }, seen);
        }
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

    private static string FileOf(Demonstration row) => $"{row.Id.ToLowerInvariant()}.yaml";

    /// <summary>Writes down the configs that were played, so that each can be run by itself.</summary>
    private static void Write(string directory, ModelDefinition model, IReadOnlyList<Demonstration> rows, Func<string, string> meanings)
    {
        var folder = Path.Combine(directory, ConfigFolder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.CannotStart(folder, exception);
        }
        foreach (var row in rows)
            TableFile.Write(folder, FileOf(row), Encoding.UTF8.GetBytes(new DemonstrationConfig(model, row).Text(meanings)));
    }
}
