using System.CommandLine;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;

var program = new RootCommand("公开：县市政府政务公开系统")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    MigrateCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    DoctorCommand.Create(),
    OrgansCommand.Create(),
    PeopleCommand.Create(),
    UserCommand.Create(),
    KeysCommand.Create(),
    DeadlineCommand.Create(),
    PlanReadCommand.Create(),
};

return await program.Run(args);
