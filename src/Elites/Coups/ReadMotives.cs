using Elites.Populations;

namespace Elites.Coups;

/// <summary>What moves one of the elite against the leader in this week, in logits above what moved him over the year before, and his grievance.</summary>
internal readonly struct ReadMotives(Plots plots, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly double blame = plots.Climate.AgainstLeader(plots.Climate.Blame - plots.Climate.BlameUsually, parameters.Loyalty);

    public Motives Of(int row) => new(
        elite.Ideology[row] - elite.IdeologyUsually[row],
        blame,
        elite.Interest[row] - elite.InterestUsually[row],
        elite.Grievance.Next[row]);
}
