using Agents.Random;
using Agents.Spaces;
using Elites.Economics;

namespace Elites.Populations;

/// <summary>Makes the agents and ties of the initial state.</summary>
internal static class Initialisation
{
    /// <summary>Traits of the elite: ranks, patrons, ideals, thresholds and force.</summary>
    public static void Make(Elite elite, Seed seed, ElitesParameters p)
    {
        var rank = new double[elite.Count];
        var draws = new ManyDraws(seed, 0, Purposes.Birth);
        foreach (var kind in Elite.Kinds)
        {
            var rows = elite.Of(kind);
            for (var row = rows.From; row < rows.To; row++)
                elite.Tier.Initial[row] = Tier(kind, (row - rows.From + 0.5) / rows.Count);
            for (var row = rows.From; row < rows.To; row++)
                elite.Hears.Initial[row] = Voices.HeardBy(kind, row - rows.From, rows.Count, p.Units.Count, p.Ties.Regions);
            foreach (var some in InTurn(rows))
                Make(elite, kind, some, rank, draws, p);
        }
        elite.Arm(p.Right.Suppress);
        Draws.FillUniform(elite.Ids, seed, 0, Purposes.Blamer, elite.Blamer.All);
        MakePatrons(elite, rank, seed, p.Ties);
    }

    /// <summary>Traits and first states of the mass.</summary>
    public static void Make(Mass mass, Seed seed, ElitesParameters p)
    {
        // A household is one person and a Poisson number of others, so that a random person has this many kin.
        var others = p.Ties.HouseholdSize - 1;
        var relatives = others * (2 + others) / (1 + others);
        var casualties = p.War.Enabled ? p.War.CasualtiesAtStart : 0;
        var marked = casualties * relatives / (1e6 * (p.Population.SoldiersMillion + p.Population.DefenceWorkersMillion + p.Population.CitizensMillion));
        var draws = new ManyDraws(seed, 0, Purposes.Birth);
        Draws.FillUniform(mass.Ids, seed, 0, Purposes.Opinion, mass.Conviction.Initial);
        foreach (var kind in Mass.Kinds)
        {
            var rows = mass.Of(kind);
            mass.Kind.Initial[rows.From..rows.To].Fill(kind);
            mass.Reference.All[rows.From..rows.To].Fill((float)FirstReference(kind, p.Labour, p.War.Enabled));
            for (var row = rows.From; row < rows.To; row++)
                mass.Region.Initial[row] = (int)((long)(row - rows.From) * p.Ties.Regions / rows.Count);
            foreach (var some in InTurn(rows))
                Make(mass, kind, some, Math.Min(1, marked), draws, p);
        }
    }

    /// <summary>Trust ties: a small world within each faction and a few ties at random across factions.</summary>
    public static Network MakeTrust(Elite elite, Seed seed, TieParameters p)
    {
        var links = new List<Link>();
        foreach (var kind in Elite.Kinds)
        {
            var rows = elite.Of(kind);
            var degree = Math.Min(p.TrustTies, rows.Count - 1) / 2 * 2;
            Collect(Network.WattsStrogatz(seed, Purposes.TrustWithin(kind), rows.Count, degree, p.TrustRewiring), rows.From, links);
        }
        Collect(Network.ErdosRenyi(seed, Purposes.CrossTies, elite.Count, Math.Min(p.CrossTies, elite.Count - 1)), 0, links);
        return Network.FromLinks(elite.Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(links), isDirected: false);
    }

    /// <summary>Lasting acquaintances in plant, unit and neighbourhood: a small world.</summary>
    public static Network MakeAcquaintances(Mass mass, Seed seed, TieParameters p) => Network.WattsStrogatz(
        seed, Purposes.Acquaintances, mass.Count, Math.Min(p.Acquaintances, mass.Count - 1) / 2 * 2, p.AcquaintanceRewiring);

    // The order of the draws is part of the results: it is never changed.
    private static void Make(Elite elite, EliteKind kind, Rows rows, double[] rank, ManyDraws draws, ElitesParameters p)
    {
        Span<double> numbers = stackalloc double[rows.Count];
        Span<bool> answers = stackalloc bool[rows.Count];
        draws.Begin(elite.Ids[rows.From..rows.To]);
        draws.Normal(Ideal(kind, p.Ideal), p.Ideal.Spread, numbers);
        for (var i = 0; i < numbers.Length; i++)
            elite.Ideal.Initial[rows.From + i] = (float)Math.Clamp(numbers[i], 0, 1);
        draws.Normal(p.Coup.Threshold, p.Coup.ThresholdSpread, numbers);
        Round(numbers, elite.Threshold.All[rows.From..]);
        draws.Normal(0, p.Loyalty.Heterogeneity, numbers);
        Round(numbers, elite.Leaning.All[rows.From..]);
        draws.Normal(0, p.Loyalty.PersonNoise, numbers);
        Round(numbers, elite.Shock.All[rows.From..]);
        draws.Chance(p.Right.Hardliners, answers);
        for (var i = 0; i < answers.Length; i++)
            elite.IsOfTheRight.Initial[rows.From + i] = IsOfTheRight(kind, answers[i]);
        draws.Chance(p.Right.ArmedShare, answers);
        for (var i = 0; i < answers.Length; i++)
            elite.Arms.Initial[rows.From + i] = (float)Force(kind, answers[i], p.Force);
        draws.Uniform(numbers);
        for (var i = 0; i < numbers.Length; i++)
            rank[rows.From + i] = elite.Tier[rows.From + i] + numbers[i];
        draws.Uniform(numbers);
        for (var i = 0; i < numbers.Length; i++)
            elite.Integrity.Initial[rows.From + i] = (float)(2 * p.Loyalty.Integrity * numbers[i]);
        elite.Kind.Initial[rows.From..rows.To].Fill(kind);
        elite.Reference.All[rows.From..rows.To].Fill(1);
    }

    private static void Make(Mass mass, MassKind kind, Rows rows, double marked, ManyDraws draws, ElitesParameters p)
    {
        Span<double> numbers = stackalloc double[rows.Count];
        Span<bool> answers = stackalloc bool[rows.Count];
        draws.Begin(mass.Ids[rows.From..rows.To]);
        draws.Uniform(numbers);
        for (var i = 0; i < numbers.Length; i++)
            mass.Floor.Initial[rows.From + i] = (float)(p.Hardship.GreatestFloor * numbers[i]);
        draws.UniformSingle(mass.RiskAversion.Initial[rows.From..]);
        draws.Normal(p.Protest.Threshold, p.Protest.ThresholdSpread, numbers);
        Round(numbers, mass.Threshold.Initial[rows.From..]);
        var ideal = Ideal(kind, p.Ideal);
        draws.Normal(0, kind == MassKind.Citizen ? p.Ideal.CitizensSpread : p.Ideal.Spread, numbers);
        for (var i = 0; i < numbers.Length; i++)
            mass.Ideal.Initial[rows.From + i] = (float)Math.Clamp(ideal + numbers[i], 0, 1);
        draws.UniformSingle(mass.Credence.Initial[rows.From..]);
        draws.Chance(marked, mass.HasLostKin.All[rows.From..]);
        draws.Chance(p.Labour.NormalUnemployment, answers);
        for (var i = 0; i < answers.Length; i++)
            mass.Job[rows.From + i] = FirstJob(kind, answers[i], p.War.Enabled);
    }

    private static IEnumerable<Rows> InTurn(Rows rows)
    {
        for (var from = rows.From; from < rows.To; from += ManyDraws.Most)
            yield return new Rows(from, Math.Min(from + ManyDraws.Most, rows.To));
    }

    private static void Round(ReadOnlySpan<double> numbers, Span<float> rounded)
    {
        for (var i = 0; i < numbers.Length; i++)
            rounded[i] = (float)numbers[i];
    }

    private static void Collect(Network network, int offset, List<Link> links)
    {
        for (var node = 0; node < network.Count; node++)
        {
            foreach (var neighbour in network.Neighbours(node))
            {
                if (neighbour > node)
                    links.Add(new Link(offset + node, offset + neighbour));
            }
        }
    }

    /// <summary>The patronage forest: by rank, the first head the clans, and each then takes the next few as clients.</summary>
    private static void MakePatrons(Elite elite, double[] rank, Seed seed, TieParameters p)
    {
        var places = new Place[elite.Count];
        for (var row = 0; row < places.Length; row++)
            places[row] = new Place(rank[row], row);
        Array.Sort(places);
        var rows = Array.ConvertAll(places, place => place.Row);
        var clans = Math.Min(p.Clans, rows.Length);
        var forest = Network.Forest(seed, Purposes.Rank, rows.Length, clans, p.FewestClients, Math.Max(p.FewestClients, p.MostClients));
        for (var place = 0; place < clans; place++)
            (elite.Patron.Initial[rows[place]], elite.Clan.Initial[rows[place]]) = (Elite.PatronIsLeader, place);
        for (var place = 0; place < rows.Length; place++)
        {
            foreach (var client in forest.Neighbours(place))
                (elite.Patron.Initial[rows[client]], elite.Clan.Initial[rows[client]]) = (rows[place], elite.Clan[rows[place]]);
        }
    }

    private static double Ideal(EliteKind kind, IdealParameters p) =>
        kind.Among(p.Oligarchs, p.Officers, p.SecurityOfficers, p.Directors, p.Ultranationalists);

    private static double Ideal(MassKind kind, IdealParameters p) => kind switch
    {
        MassKind.Soldier => p.Soldiers,
        MassKind.DefenceWorker => p.DefenceWorkers,
        _ => p.Citizens,
    };

    private static double Force(EliteKind kind, bool isArmed, ForceParameters p) => kind switch
    {
        EliteKind.Oligarch => p.Oligarchs,
        EliteKind.General => p.Generals,
        EliteKind.FieldOfficer => p.FieldOfficers,
        EliteKind.SecurityOfficer => p.SecurityOfficers,
        EliteKind.Director => p.Directors,
        _ => isArmed ? p.Ultranationalists : 0,
    };

    // Oligarchs and generals are at the top, ultranationalists at the bottom; of the service, a tenth is at the top.
    private static byte Tier(EliteKind kind, double place) => kind switch
    {
        EliteKind.Oligarch or EliteKind.General => 0,
        EliteKind.FieldOfficer or EliteKind.Director => 1,
        EliteKind.SecurityOfficer => (byte)(place < 0.1 ? 0 : place < 0.5 ? 1 : 2),
        _ => 2,
    };

    private static bool IsOfTheRight(EliteKind kind, bool isHardline) =>
        kind is EliteKind.FieldOfficer or EliteKind.Ultranationalist || (kind == EliteKind.SecurityOfficer && isHardline);

    // The unemployed, too, expect a civilian wage.
    private static double FirstReference(MassKind kind, LabourParameters p, bool isWar) => kind switch
    {
        MassKind.Soldier => isWar ? p.SoldierPay : 1,
        MassKind.DefenceWorker => p.DefencePay,
        _ => 1,
    };

    private static Job FirstJob(MassKind kind, bool isUnemployed, bool isWar) => kind switch
    {
        MassKind.Soldier when isWar => Job.Front,
        MassKind.DefenceWorker => Job.Defence,
        _ => isUnemployed ? Job.None : Job.Civil,
    };

    private readonly record struct Place(double Rank, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Row.CompareTo(other.Row);
    }
}
