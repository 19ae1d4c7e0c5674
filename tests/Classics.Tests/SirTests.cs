using Agents;

namespace Classics.Tests;

public sealed class SirTests
{
    // r = 1 - exp(-R0 r), of the runs that take off.
    [TestCase(1.5, 0.5828)]
    [TestCase(2, 0.7968)]
    [TestCase(3, 0.9405)]
    public void All_GivenTakeOff_InfectTheKnownShare(double reproduction, double share) =>
        FinalSize(4, new() { Agents = 100_000, Reproduction = reproduction, FirstInfected = 10 }).RequireNear(share, 0.005);

    // Final sizes by generating functions (Newman 2002): G0(x) = exp(c (x - 1)) of Poisson degrees and 1 / (1 + c (1 - x)) of
    // geometric ones, G1 = G0' / c.
    [TestCase(Sir.Contacts.Poisson, 4, 0.4)]
    [TestCase(Sir.Contacts.Geometric, 3, 0.3)]
    [TestCase(Sir.Contacts.Geometric, 3, 0.6)]
    public void Network_GivenTakeOff_InfectsTheKnownShare(Sir.Contacts contacts, double meanDegree, double transmissibility)
    {
        var escapes = 0.5;
        for (var round = 0; round < 10_000; round++)
            escapes = 1 - transmissibility + transmissibility * ExcessOf(escapes);
        var size = 1 - (contacts == Sir.Contacts.Poisson ? Math.Exp(meanDegree * (escapes - 1)) : 1 / (1 + meanDegree * (1 - escapes)));
        FinalSize(3, new() { Agents = 50_000, Contacts = contacts, MeanDegree = meanDegree, LinkTransmissibility = transmissibility, FirstInfected = 10 }).RequireNear(size, 0.01);

        double ExcessOf(double x) => contacts == Sir.Contacts.Poisson
            ? Math.Exp(meanDegree * (x - 1))
            : 1 / ((1 + meanDegree * (1 - x)) * (1 + meanDegree * (1 - x)));
    }

    // Threshold <k> / (<k^2> - <k>): 1/c of Poisson degrees, 1/(2c) of geometric ones.
    [TestCase(Sir.Contacts.Poisson, 0.25)]
    [TestCase(Sir.Contacts.Geometric, 0.125)]
    public void Network_AroundTheThreshold_StaysSmallOrGrows(Sir.Contacts contacts, double threshold)
    {
        Assert.That(Infected(0.8), Is.LessThan(0.01));
        Assert.That(Infected(1.25), Is.GreaterThan(0.05));

        double Infected(double ofThreshold)
        {
            var model = new Sir(new Sir.Parameters { Agents = 50_000, Contacts = contacts, MeanDegree = 4, LinkTransmissibility = ofThreshold * threshold, FirstInfected = 40 }, Seed.Of(5));
            return Ended(model).ShareInfected;
        }
    }

    private static Replications FinalSize(int replications, Sir.Parameters parameters) => Replications.Of(replications, seed =>
    {
        var share = Ended(new Sir(parameters, seed)).ShareInfected;
        Assert.That(share, Is.GreaterThan(0.05), "took off");
        return [share];
    })[0];

    private static Sir Ended(Sir model)
    {
        while (model.Infectious > 0)
            model.Advance();
        return model;
    }
}
