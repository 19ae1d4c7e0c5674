using Experiments.Config;

namespace Experiments.Statistics;

/// <summary>Reads what a run adds to each response of its study.</summary>
internal sealed class ResponseReadings
{
    private readonly RunReading[][] readings;

    /// <param name="study">The study.</param>
    public ResponseReadings(Study study)
    {
        Responses = Response.Of(study);
        readings = [.. Responses.Select(response => response.Statistic.Parts.Select(part => RunReading.Of(part, study)).ToArray())];
    }

    /// <summary>The responses, in their order.</summary>
    public IReadOnlyList<Response> Responses { get; }

    /// <summary>What the runs have to be read with.</summary>
    public static IReadOnlyList<RunStatistic> PartsOf(Study study) => [.. study.Responses.SelectMany(response => response.Statistic.Parts)];

    /// <summary>For each response what a run adds to each of its parts.</summary>
    public Contribution[][] Of(SeenRun run) => [.. readings.Select(parts => parts.Select(part => part.Of(run)).ToArray())];
}
