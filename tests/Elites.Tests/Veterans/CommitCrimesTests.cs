using Elites.Populations;
using Elites.Veterans;

namespace Elites.Tests.Veterans;

/// <summary>M19.</summary>
public class CommitCrimesTests
{
    private static readonly int[] Weeks = [52, 104, 156];
    private double[] convicted = [];
    private double ratio;

    /// <summary>48,000 soldiers and no war: four standard deviations of a share of 6 % are 0.5 points.</summary>
    [OneTimeSetUp]
    public void SendTheArmyHome()
    {
        var trial = Trial.Run(100_000, Weeks[^1], set: p =>
        {
            (p.Population.Soldiers, p.Population.Ultranationalists, p.Settlement.Terms) = (4_800, 1, 0.5);
            (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled) = (false, false, false, false);
        });
        convicted = [.. Weeks.Select(week => trial.Series("veterans_convicted")[week])];
        ratio = trial.Series("felony_ratio")[104];
        TestContext.Out.WriteLine($"convicted {string.Join(" ", convicted)}, ratio {ratio}, trauma {trial.Series("ptsd_share")[0]} {trial.Series("ptsd_share")[104]}");
    }

    [Test]
    public void Run_OneToThreeYearsAtHome_AboutSixInAHundredAreConvicted()
    {
        Assert.That(convicted, Is.Ordered.Ascending);
        Assert.That(convicted[0], Is.LessThan(0.06));
        Assert.That(convicted[2], Is.GreaterThan(0.06));
        Assert.That(convicted[1], Is.InRange(0.04, 0.08));
    }

    [Test]
    public void Run_HeavyCombat_TriplesTheConvicted() => Assert.That(ratio, Is.EqualTo(3.1).Within(0.6));

    [Test]
    public void Step_FullBenefits_PreventAQuarterOfCrimesAndMore()
    {
        double CrimeAt(double benefits)
        {
            var model = Trial.Make(20_000, set: p => p.Veterans.Benefits = benefits);
            model.Advance();
            return model.Soldiers.Crime;
        }

        Assert.That(CrimeAt(1) / CrimeAt(0.5), Is.EqualTo(0.5 / 0.75).Within(1e-9));
    }

    [Test]
    public void Step_VeteranWithEveryBurden_HasTheRateWorkedOutByHandAndIsJailed()
    {
        var model = Trial.Make(set: p => (p.Veterans.Crime, p.Veterans.Benefits) = (0.5, 0));
        var mass = model.Mass;
        var rows = mass.Of(MassKind.Soldier);
        for (var row = rows.From; row < rows.To; row++)
            (mass.Service[row], mass.Trauma[row], mass.Job[row]) = (Service.Veteran | Service.Convict | Service.Stressed, 0.5f, Job.None);
        var acquaintances = Agents.Spaces.Network.FromLinks(mass.Count, [], isDirected: false);
        new CommitCrimes(model.Soldiers, acquaintances, model.Clock, model.Parameters.Veterans).Step();
        using (Assert.EnterMultipleScope())
        {
            // 0.5 (1 + 2 x 0.5 + 1.5 + 1.5 + the brutality)
            Assert.That(model.Soldiers.Crime, Is.EqualTo(0.5 * (5 + model.Parameters.Veterans.Brutalisation)).Within(1e-9));
            Assert.That(model.Soldiers.Convictions, Is.Positive.And.EqualTo(mass.Service.Values.ToArray().Count(record => record.HasFlag(Service.Offender))));
            Assert.That(mass.Sentence.Values.ToArray().Count(sentence => sentence == 104), Is.EqualTo(model.Soldiers.Convictions));
        }
    }

    [Test]
    public void Step_ACrime_GrievesAcquaintancesByThePersonsThatItMeans()
    {
        var model = Trial.Make(set: p => p.Veterans.Crime = 0.5);
        var mass = model.Mass;
        var (soldier, citizen) = (mass.Of(MassKind.Soldier), mass.Of(MassKind.Citizen).From);
        for (var row = soldier.From; row < soldier.To; row++)
            (mass.Service[row], mass.Trauma[row]) = (Service.Veteran, 20);
        Agents.Spaces.Link[] links = [.. Enumerable.Range(soldier.From, soldier.Count).Select(row => new Agents.Spaces.Link(row, citizen))];
        var before = mass.Grievance.Next[citizen];
        new CommitCrimes(model.Soldiers, Agents.Spaces.Network.FromLinks(mass.Count, links, isDirected: false), model.Clock, model.Parameters.Veterans).Step();
        Assert.That(model.Soldiers.Convictions, Is.Positive);
        Assert.That(mass.Grievance.Next[citizen] - before, Is.EqualTo(model.Soldiers.Convictions * 0.002 * model.Persons.ShareMeant(citizen)).Within(1e-6));
    }
}
