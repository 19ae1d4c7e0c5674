using System.Runtime.InteropServices;
using Agents.Random;
using Agents.Spaces;

namespace Elites.Populations;

/// <summary>
/// Who lives on a soldier's pay or on the payout for a dead one. A soldier stands for fewer persons than a citizen, so
/// only some of the ties between them carry money; which ones is drawn once.
/// </summary>
internal sealed class Households : IPersistent
{
    /// <summary>What a tie may be worth before it is forgotten, in mean civilian wages.</summary>
    private const float Negligible = 0.01f;

    private readonly Mass mass;
    private readonly List<Payment> payouts = [];
    private readonly Link[] ties;

    public Households(Mass mass, Network kin, Persons persons, Seed seed)
    {
        (this.mass, Kin) = (mass, kin);
        var soldiers = mass.Of(MassKind.Soldier);
        var found = new List<Link>();
        for (var row = soldiers.From; row < soldiers.To; row++)
        {
            var draws = new Draws(seed, mass.Ids[row], 0, Purposes.Families);
            foreach (var relative in kin.Neighbours(row))
            {
                if (draws.Chance(persons.ShareMeant(relative)) && mass.Kind[relative] != MassKind.Soldier)
                    found.Add(new Link(row, relative));
            }
        }
        ties = [.. found];
    }

    /// <summary>Who is of one household, whatever ties carry money.</summary>
    public Network Kin { get; }

    /// <summary>The rows of those to whom serving soldiers send money; each once.</summary>
    public IEnumerable<int> Recipients => ties.Select(tie => tie.To).Distinct();

    /// <summary>A payout begins.</summary>
    public void Compensate(int row, float perYear) => payouts.Add(new Payment(row, perYear));

    /// <summary>Writes what every household gets now.</summary>
    /// <param name="remittance">What a serving soldier sends home, in mean civilian wages.</param>
    /// <param name="left">Share of a payout that is left a tick later.</param>
    public void Pay(float remittance, float left)
    {
        foreach (var tie in ties)
            mass.Windfall[tie.To] = 0;
        foreach (var payout in payouts)
            mass.Windfall[payout.Row] = 0;
        foreach (ref var payout in CollectionsMarshal.AsSpan(payouts))
            payout = new Payment(payout.Row, payout.PerYear * left);
        payouts.RemoveAll(payout => payout.PerYear < Negligible);
        foreach (var tie in ties)
            mass.Windfall[tie.To] += mass.Service[tie.From].Has(Service.Serving) ? remittance : 0;
        foreach (var payout in payouts)
            mass.Windfall[payout.Row] += payout.PerYear;
    }

    public void Persist(Checkpoint state) => state.List(payouts);

    private readonly record struct Payment(int Row, float PerYear);
}
