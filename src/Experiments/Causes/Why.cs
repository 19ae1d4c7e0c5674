using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Causes;

/// <summary>
/// Causes of single runs, by common random numbers: a run is played again without a claim or a lever from a row of ticks on,
/// or with it alone, and everything else alike.
/// </summary>
public static class Why
{
    /// <summary>Most runs that a message lists.</summary>
    private const int MostListed = 12;

    /// <summary>What causes found so mean and what they do not, a sentence or two each.</summary>
    public static IReadOnlyList<string> Meaning => CausePage.Meaning;

    /// <summary>Plays what is missing of the worlds, and says what was necessary and what sufficient.</summary>
    /// <param name="options">What is asked.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="cancel">Stops it soon; the same call goes on.</param>
    /// <exception cref="ConfigException">The directory's config cannot be read, or the model has no such outcome.</exception>
    public static WhyResult Run(WhyOptions options, IReadOnlyList<ModelDefinition> models, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(models);
        try
        {
            using var stored = StoredStudy.Open(options.Directory, models);
            return new Asked(stored, options).Answer(cancel);
        }
        catch (StorageException exception)
        {
            return new WhyResult { ExitCode = exception.ExitCode, Message = exception.Message };
        }
        catch (ModelFaultException exception)
        {
            return new WhyResult { ExitCode = 1, Message = $"{exception.Message}." };
        }
    }

    /// <summary>One question to one study.</summary>
    private sealed class Asked
    {
        private readonly StoredStudy stored;
        private readonly WhyOptions options;
        private readonly OutcomeSet outcome;
        private readonly WorldStudy worlds;
        private readonly Dictionary<int, Outcome> ends;

        public Asked(StoredStudy stored, WhyOptions options)
        {
            (this.stored, this.options) = (stored, options);
            if (options.From is { } from && from >= stored.Study.Ticks)
                throw new ConfigException(new Problem("--from", 0, 0, "", Text($"{from} is not a row of ticks before the horizon, {stored.Study.Ticks}")));
            outcome = OutcomeOf(stored.Study.Model, options.Outcome);
            ends = stored.Records.Where(record => record.IsDone).ToDictionary(record => record.RunId, record => record.Outcome);
            worlds = new WorldStudy(stored.Study, options.From);
            if (worlds.Causes.Count == 0)
                throw StorageException.BadDirectory($"The model {stored.Study.Model.Name} names no statement with a switch, and no lever of {stored.Path} stands at another value than its default: there is nothing to take out.");
        }

        public WhyResult Answer(CancellationToken cancel)
        {
            var ended = ends.Where(end => outcome.Holds(end.Value)).Select(end => end.Key).Order().ToList();
            if (options.Run is { } run)
                RequireEnded(run, ended);
            var early = ended.RemoveAll(IsOverBefore);
            List<int> asked = options.Run is { } one ? [one] : ended;
            if (asked.Count == 0)
                return new WhyResult { ExitCode = 0, Message = Text($"None of the {ends.Count} runs ended in {outcome}{(early > 0 ? " after causes are out" : "")}: there is nothing to explain.") };
            List<int> others = options.Run is null && !options.OnlyEnded ? [.. ends.Keys.Except(asked).Where(one => !IsOverBefore(one)).Order()] : [];
            var played = Play(new WorldPlan(worlds, asked, others, outcome, options.WithLevers), cancel);
            if (played.ExitCode > 1 || played.IsInterrupted)
                return new WhyResult { ExitCode = played.ExitCode, IsInterrupted = played.IsInterrupted, Message = played.IsInterrupted ? $"Interrupted: the same command goes on from what is kept in {played.Directory}." : played.Message };
            return Told(played, [.. asked, .. others], early);
        }

        private StudyResult Play(WorldPlan plan, CancellationToken cancel)
        {
            var path = StoredStudy.FullPath(options.Execution.Directory);
            // A folder within the result is not the user's to have made a link of.
            if (Path.GetDirectoryName(path) == stored.Path)
                ResultFile.PathOf(stored.Path, Path.GetFileName(path));
            var memory = MemoryNeed.Of(stored.Study, options.Execution.Threads);
            if (memory.Refusal is { } refusal)
                throw StorageException.BadDirectory(refusal);
            using var execution = new StudyExecution(worlds.Study, options.Execution with { Directory = path }, memory.AtOnce, gzip: false, chosen: plan.Of);
            return execution.Run(cancel);
        }

        private WhyResult Told(StudyResult played, List<int> runs, int early)
        {
            using var ledger = Ledger.Read(played.Directory, worlds.Study);
            var reader = new VerdictReader(worlds, ledger);
            foreach (var run in runs)
            {
                if (reader.Again(run) is { } again && (again.Code, again.Tick) != (ends[run].Code, ends[run].Tick))
                    throw StorageException.BadDirectory(Text($"Run {run} ends now in {again.Code} at {again.Tick}, and {ends[run].Code} at {ends[run].Tick} is stored: {stored.WhyOtherRows}. Nothing is said of causes in runs that do not come out the same."));
            }
            List<AskedRun> asked = [.. runs.Order().Select(run => reader.Read(run, ends[run], options.WithLevers))];
            var shares = options.Run is null ? CauseShares.Of(stored.Study, outcome, asked) : [];
            if (options.Run is null)
            {
                using var held = ResultDirectory.Take(played.Directory, options.Execution.Note);
                CauseTables.WriteRuns(played.Directory, asked, outcome);
                CauseTables.WriteShares(played.Directory, shares);
            }
            return new WhyResult
            {
                ExitCode = played.ExitCode,
                Message = played.ExitCode == 0 ? "" : $"{played.Message}\nWhat is said of causes rests on the other runs.",
                Folder = played.Directory,
                Shares = shares,
                Runs = asked,
                Asked = outcome,
                Method = [.. Early(early), CauseShares.Method(stored.Study), .. CausePage.Meaning],
                Page = options.Run is { } run1 ? new CausePage(stored, outcome, asked.First(one => one.Run == run1)).Lines() : [],
            };
        }

        /// <summary>Whether a run is over before any cause is out of it, so that nothing can change how it ends.</summary>
        private bool IsOverBefore(int run) => !ends[run].Censored && ends[run].Tick <= worlds.FromOf(run);

        private IEnumerable<string> Early(int early)
        {
            if (early > 0)
                yield return Text($"{early} more runs ended in {outcome} before causes are out, and are left out; --from takes causes out earlier.");
        }

        private void RequireEnded(int run, List<int> ended)
        {
            if (ended.Contains(run) && !IsOverBefore(run))
                return;
            if (ended.Contains(run))
                throw StorageException.BadDirectory(Text($"Run {run} ended in {ends[run].Code} at {ends[run].Tick}, and causes would be out from {worlds.FromOf(run)} on: name an earlier row with --from."));
            var end = ends.TryGetValue(run, out var found) ? $"Run {run} ended in {found.Code}, which is not {outcome}" : $"There is no run {run} that is done";
            var listed = ended.Count == 0 ? "no run of the study did" : $"runs that did are {string.Join(", ", ended.Take(MostListed))}{(ended.Count > MostListed ? Text($" and {ended.Count - MostListed} more") : "")}";
            throw StorageException.BadDirectory($"{end}; {listed}.");
        }

        private static OutcomeSet OutcomeOf(ModelDefinition model, string? word)
        {
            if (word is null)
                return model.OutcomeGroups.Count > 0 ? OutcomeSet.Of(model.OutcomeGroups[0]) : new OutcomeSet([]);
            var read = new ValueReader();
            var set = OutcomeSet.Read(read, new Scalar(new Place("--outcome", 0, 0), word, true), "", model);
            read.ThrowIfAny();
            return set!;
        }

        private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
